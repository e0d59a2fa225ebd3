/** `StringNotEqualsIgnoreCase` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("StringNotEqualsIgnoreCase", [
  ["a", "A", false],
  ["Straße", "STRASSE", true],
  ["a", "b", true],
  ["ab", "*", true],
  [undefined, "a", true],
]);
