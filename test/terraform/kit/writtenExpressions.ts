/** Expressions that generation would hardly find. */

export const writtenExpressions: readonly string[] = ["1/3", "[for x in [1] : 1 / 3]"];
