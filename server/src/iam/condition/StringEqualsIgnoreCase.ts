/** `StringEqualsIgnoreCase`: the same string but for the case of its letters. */
import { match } from "../formula.ts";
import { exactPatternIgnoringCase } from "../pattern.ts";
import type { ConditionOperator } from "./operator.ts";

export const stringEqualsIgnoreCase: ConditionOperator = {
  name: "StringEqualsIgnoreCase",
  negated: false,
  variables: true,
  compare: (actual, wanted) => match(actual, exactPatternIgnoringCase(wanted)),
};
