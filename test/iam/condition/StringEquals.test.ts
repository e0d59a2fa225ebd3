/** `StringEquals` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("StringEquals", [
  ["a", "a", true],
  ["a", "A", false],
  ["a", "*", false],
  ["*", "*", true],
  ["", "", true],
  ["a", ["b", "a"], true],
  [undefined, "a", false],
]);
