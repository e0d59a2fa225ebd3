/** Why nobody can tell whether a session is allowed, and what would decide it. */
import type { UnknownCause } from "../../iam/formula.ts";
import { describe, symbolsIn } from "../../iam/symbolic.ts";
import type { SessionVerdict } from "../../analysis/trust/sessionJudge.ts";
import { refusedForm } from "../../analysis/trust/sessionWords.ts";
import { inlineCode } from "../hover/describeValue.ts";

const mostReasons = 2;

/** There are no sessions: all that is attached is for another role. */
export const nothingAssumes = "nothing assumes the role";

export function whyUnknown(verdict: SessionVerdict): string {
  const { session, allowedFor, causes } = verdict;
  const refused = refusedForm(verdict);
  if (refused)
    return `cannot tell: ${inlineCode(describe(refused))} is not admitted, and Spacelift may send it in this form as well`;
  if (allowedFor !== undefined)
    return `allowed if your Spacelift account is called ${inlineCode(allowedFor)}`;
  const sent = new Set(symbolsIn(session.externalId ?? []).map(({ id }) => id));
  const reasons = [...new Set(causes.map((cause) => reasonOf(cause, sent)))];
  const more = reasons.length > mostReasons ? ", and more" : "";
  return `cannot tell: ${reasons.slice(0, mostReasons).join("; ")}${more}`;
}

/** What the policy has in it says more than the parts of the external ID, which are hardly ever known. */
function reasonOf(cause: UnknownCause, sent: ReadonlySet<string>): string {
  if (cause.kind === "input") return cause.reason;
  const own = cause.symbols.filter(({ symbol }) => !sent.has(symbol.id));
  const labels = [...new Set((own.length > 0 ? own : cause.symbols).map(({ symbol }) => symbol.label))];
  const some = labels.slice(0, mostReasons).join(" and ");
  return `it depends on ${some}${labels.length > mostReasons ? " and more" : ""}`;
}
