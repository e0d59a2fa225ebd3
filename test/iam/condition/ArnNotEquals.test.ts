/** `ArnNotEquals` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("ArnNotEquals", [
  ["arn:aws:iam::1:role/a", "arn:aws:iam::*:role/*", false],
  ["arn:aws:iam::1:role/a:b", "arn:aws:iam::1:*", false],
  ["arn:aws:iam::1:role/a", "arn:aws:*:role/a", true],
  ["arn:aws:iam::1:role/a", "arn:*:*:*:*:*", false],
  ["a", "*", true],
  ["arn:aws:iam::12:role/a", "arn:aws:iam::??:role/a", false],
  [undefined, "arn:*:*:*:*:*", true],
]);
