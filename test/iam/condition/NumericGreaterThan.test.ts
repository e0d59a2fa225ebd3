/** `NumericGreaterThan` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("NumericGreaterThan", [
  ["901", "900", true],
  ["900", "900", false],
  ["-1", "-2", true],
]);
