/** `NumericGreaterThan`: a number above the value. */
import { comparison } from "./comparison.ts";
import { readNumber } from "./number.ts";

export const numericGreaterThan = comparison(
  "NumericGreaterThan",
  readNumber,
  (actual, wanted) => actual > wanted,
);
