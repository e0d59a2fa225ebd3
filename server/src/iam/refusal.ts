/** Reports what is refused before IAM gets to see it. */
import type { ReportProblem } from "./problem.ts";
import type { RefusedValue } from "./value.ts";

export function decodeRefusal(
  { reason, detail, origin, isCertain }: RefusedValue,
  report: ReportProblem,
): void {
  if (isCertain) report(reason, detail, origin);
  else
    report(reason === "sid-repeated" ? "sid-may-be-repeated" : "part-may-be-refused", detail, origin, false);
}
