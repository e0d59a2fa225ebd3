/** `NumericLessThanEquals` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("NumericLessThanEquals", [
  ["900", "900", true],
  ["901", "900", false],
]);
