/** `NumericLessThan`: a number below the value. */
import { comparison } from "./comparison.ts";
import { readNumber } from "./number.ts";

export const numericLessThan = comparison("NumericLessThan", readNumber, (actual, wanted) => actual < wanted);
