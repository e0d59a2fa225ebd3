/** `BinaryEquals` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("BinaryEquals", [
  ["QmFzZTY0", "QmFzZTY0", true],
  ["QmFzZTY0", "qmFzZTY0", false],
]);
