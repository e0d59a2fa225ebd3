/** `NotIpAddress` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("NotIpAddress", [
  ["10.1.2.3", "10.0.0.0/8", false],
  ["11.1.2.3", "10.0.0.0/8", true],
  ["10.1.2.3", "10.1.2.3", false],
  ["10.1.2.3", ["192.168.0.0/16", "10.1.0.0/16"], false],
  ["2001:db8::1", "2001:db8::/32", false],
  ["2001:db9::1", "2001:db8::/32", true],
  ["::1", "0:0:0:0:0:0:0:1/128", false],
  ["10.1.2.3", "::/0", true],
  ["10.1.2.3", "10.0.0.0/33", true],
  ["x", "0.0.0.0/0", true],
  [undefined, "0.0.0.0/0", true],
]);
