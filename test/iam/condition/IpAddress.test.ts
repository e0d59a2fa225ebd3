/** `IpAddress` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("IpAddress", [
  ["10.1.2.3", "10.0.0.0/8", true],
  ["11.1.2.3", "10.0.0.0/8", false],
  ["10.1.2.3", "10.1.2.3", true],
  ["10.1.2.3", ["192.168.0.0/16", "10.1.0.0/16"], true],
  ["2001:db8::1", "2001:db8::/32", true],
  ["2001:db9::1", "2001:db8::/32", false],
  ["::1", "0:0:0:0:0:0:0:1/128", true],
  ["10.1.2.3", "::/0", false],
  ["10.1.2.3", "10.0.0.0/33", false],
  ["x", "0.0.0.0/0", false],
  [undefined, "0.0.0.0/0", false],
]);
