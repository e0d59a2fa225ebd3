/** `StringNotEquals` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("StringNotEquals", [
  ["a", "a", false],
  ["a", "A", true],
  ["a", "*", true],
  ["*", "*", false],
  ["", "", false],
  ["a", ["b", "a"], false],
  [undefined, "a", true],
]);
