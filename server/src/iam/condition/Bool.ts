/** `Bool`: `true` or `false`, in any case of letters. */
import { match } from "../formula.ts";
import { exactPatternIgnoringCase } from "../pattern.ts";
import type { ConditionOperator } from "./operator.ts";

export const bool: ConditionOperator = {
  name: "Bool",
  negated: false,
  variables: false,
  compare: (actual, wanted) => match(actual, exactPatternIgnoringCase(wanted)),
};
