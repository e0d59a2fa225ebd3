/** `NumericNotEquals`: none of the numbers. */
import { numericEquals } from "./NumericEquals.ts";
import { negationOf } from "./operator.ts";

export const numericNotEquals = negationOf(numericEquals, "NumericNotEquals");
