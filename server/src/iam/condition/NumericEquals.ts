/** `NumericEquals`: one of the numbers. */
import { comparison } from "./comparison.ts";
import { readNumber } from "./number.ts";

export const numericEquals = comparison("NumericEquals", readNumber, (actual, wanted) => actual === wanted);
