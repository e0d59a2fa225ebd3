/** `NumericLessThan` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("NumericLessThan", [
  ["899", "900", true],
  ["900", "900", false],
  [undefined, "900", false],
]);
