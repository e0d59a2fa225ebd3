/** `NumericNotEquals` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("NumericNotEquals", [
  ["900", "900", false],
  ["900.0", 900, false],
  ["901", "900", true],
  ["x", "900", true],
  ["900", "x", true],
  [undefined, "900", true],
]);
