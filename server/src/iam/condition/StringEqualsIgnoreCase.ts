/** `StringEqualsIgnoreCase`: the same string but for the case of its letters. */
import { matching } from "../formula.ts";
import { exactPatternIgnoringCase } from "../pattern.ts";
import type { ConditionOperator } from "./operator.ts";

export const stringEqualsIgnoreCase: ConditionOperator = {
  name: "StringEqualsIgnoreCase",
  negated: false,
  variables: true,
  compare: (wanted) => matching(exactPatternIgnoringCase(wanted)),
};
