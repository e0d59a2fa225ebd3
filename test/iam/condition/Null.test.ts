/** `Null` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("Null", [
  [undefined, "true", true],
  [undefined, true, true],
  ["a", "true", false],
  ["a", "false", true],
  [undefined, "false", false],
  ["", ["true", "false"], true],
]);
