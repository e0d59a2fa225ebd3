/** `StringLike` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("StringLike", [
  ["abc", "a*", true],
  ["abc", "?bc", true],
  ["abc", "*c", true],
  ["abc", "a*b", false],
  ["abc", "a**c", true],
  ["", "*", true],
  ["", "?", false],
  ["é", "?", true],
  ["😀", "?", true],
  ["aXbXc", "a*X?", true],
  [undefined, "*", false],
]);
