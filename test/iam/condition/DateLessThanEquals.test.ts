/** `DateLessThanEquals` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("DateLessThanEquals", [
  ["2026-01-02", "2026-01-02", true],
  ["2026-01-03", "2026-01-02", false],
]);
