/** `StringLike`: case matters; `*` is any run of characters, `?` one character, wherever they stand. */
import { matching } from "../formula.ts";
import { likePattern } from "../pattern.ts";
import type { ConditionOperator } from "./operator.ts";

export const stringLike: ConditionOperator = {
  name: "StringLike",
  negated: false,
  variables: true,
  compare: (wanted) => matching(likePattern(wanted)),
};
