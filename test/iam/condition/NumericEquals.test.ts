/** `NumericEquals` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("NumericEquals", [
  ["900", "900", true],
  ["900.0", 900, true],
  ["901", "900", false],
  ["x", "900", false],
  ["900", "x", false],
  [undefined, "900", false],
]);
