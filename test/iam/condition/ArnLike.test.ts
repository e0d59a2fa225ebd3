/** `ArnLike` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("ArnLike", [
  ["arn:aws:iam::1:role/a", "arn:aws:iam::*:role/*", true],
  ["arn:aws:iam::1:role/a:b", "arn:aws:iam::1:*", true],
  ["arn:aws:iam::1:role/a", "arn:aws:*:role/a", false],
  ["arn:aws:iam::1:role/a", "arn:*:*:*:*:*", true],
  ["a", "*", false],
  ["arn:aws:iam::12:role/a", "arn:aws:iam::??:role/a", true],
  [undefined, "arn:*:*:*:*:*", false],
]);
