/** `StringEqualsIgnoreCase` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("StringEqualsIgnoreCase", [
  ["a", "A", true],
  ["Straße", "STRASSE", false],
  ["a", "b", false],
  ["ab", "*", false],
  [undefined, "a", false],
]);
