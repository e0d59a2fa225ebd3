/** `DateNotEquals` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("DateNotEquals", [
  ["2026-01-01T00:00:00Z", "2026-01-01", false],
  ["2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", false],
  ["2026-01-01T00:00:00Z", "1767225600", false],
  ["2026-01-01T00:00:00Z", "tomorrow", true],
]);
