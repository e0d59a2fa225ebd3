/** `DateLessThan` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("DateLessThan", [
  ["2026-01-01", "2026-01-02", true],
  ["2026-01-02", "2026-01-02", false],
]);
