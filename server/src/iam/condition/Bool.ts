/** `Bool`: `true` or `false`, in any case of letters. */
import { matching } from "../formula.ts";
import { exactPatternIgnoringCase } from "../pattern.ts";
import type { ConditionOperator } from "./operator.ts";

export const bool: ConditionOperator = {
  name: "Bool",
  negated: false,
  variables: false,
  compare: (wanted) => matching(exactPatternIgnoringCase(wanted)),
};
