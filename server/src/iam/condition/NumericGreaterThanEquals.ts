/** `NumericGreaterThanEquals`: a number from the value on. */
import { comparison } from "./comparison.ts";
import { readNumber } from "./number.ts";

export const numericGreaterThanEquals = comparison(
  "NumericGreaterThanEquals",
  readNumber,
  (actual, wanted) => actual >= wanted,
);
