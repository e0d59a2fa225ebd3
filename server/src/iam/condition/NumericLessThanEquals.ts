/** `NumericLessThanEquals`: a number up to the value. */
import { comparison } from "./comparison.ts";
import { readNumber } from "./number.ts";

export const numericLessThanEquals = comparison(
  "NumericLessThanEquals",
  readNumber,
  (actual, wanted) => actual <= wanted,
);
