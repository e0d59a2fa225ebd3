/** `DateGreaterThanEquals` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("DateGreaterThanEquals", [
  ["2026-01-02", "2026-01-02", true],
  ["2026-01-01", "2026-01-02", false],
  [undefined, "2026-01-02", false],
]);
