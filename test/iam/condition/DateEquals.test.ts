/** `DateEquals` on values that it must tell apart. */
import { checkOperator } from "../kit/checkOperator.ts";

checkOperator("DateEquals", [
  ["2026-01-01T00:00:00Z", "2026-01-01", true],
  ["2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", true],
  ["2026-01-01T00:00:00Z", "1767225600", true],
  ["2026-01-01T00:00:00Z", "tomorrow", false],
]);
