/** `NumericGreaterThanEquals` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("NumericGreaterThanEquals", [
  ["900", "900", true],
  ["899", "900", false],
]);
