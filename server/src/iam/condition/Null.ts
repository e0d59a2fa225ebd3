/** `Null`: `true` holds where the key is missing, `false` where it is there. It is no comparison of values. */
import { match, type Formula } from "../formula.ts";
import { exactPatternIgnoringCase, partsOf } from "../pattern.ts";
import { symbolic, type SymbolicString } from "../symbolic.ts";

export const nullOperator = "Null";

export function presenceIsAsked(wanted: SymbolicString, isAbsent: boolean): Formula {
  return match(isAbsent ? symbolic`true` : symbolic`false`, exactPatternIgnoringCase(partsOf(wanted)));
}
