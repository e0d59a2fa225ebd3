/** `StringNotLike` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("StringNotLike", [
  ["abc", "a*", false],
  ["abc", "?bc", false],
  ["abc", "*c", false],
  ["abc", "a*b", true],
  ["abc", "a**c", false],
  ["", "*", false],
  ["", "?", true],
  ["é", "?", false],
  ["😀", "?", false],
  ["aXbXc", "a*X?", false],
  [undefined, "*", true],
]);
