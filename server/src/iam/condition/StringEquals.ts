/** `StringEquals`: the same string, case and all; `*` and `?` are ordinary characters. */
import { matching } from "../formula.ts";
import { exactPattern } from "../pattern.ts";
import type { ConditionOperator } from "./operator.ts";

export const stringEquals: ConditionOperator = {
  name: "StringEquals",
  negated: false,
  variables: true,
  compare: (wanted) => matching(exactPattern(wanted)),
};
