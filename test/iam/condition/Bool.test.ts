/** `Bool` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("Bool", [
  ["true", true, true],
  ["true", "TRUE", true],
  ["false", true, false],
  [undefined, "false", false],
]);
