/** `BinaryEquals`: the same bytes, written in base64. */
import { matching } from "../formula.ts";
import { exactPattern } from "../pattern.ts";
import type { ConditionOperator } from "./operator.ts";

export const binaryEquals: ConditionOperator = {
  name: "BinaryEquals",
  negated: false,
  variables: false,
  compare: (wanted) => matching(exactPattern(wanted)),
};
