/** Sessions in words, for findings and hovers. */
import { operatorText, type Condition } from "../../iam/policy.ts";
import { describe, type SymbolicString } from "../../iam/symbolic.ts";
import type { SessionVerdict } from "./sessionJudge.ts";
import type { RelatedPlace } from "../finding.ts";
import type { Session } from "./sessions.ts";

/** The external ID with symbols in guillemets, cut to what fits a sentence. */
function idInWords(session: Session): string {
  const ids = idsSent(session);
  return ids.length === 0 ? "an external ID that is not known" : ids.map((id) => `"${id}"`).join(" or ");
}

/** The external ID, and the one in the form that may be sent instead; none where it is not known. */
export function idsSent({ externalId, otherForm }: Session): readonly string[] {
  return [externalId, otherForm].flatMap((id) => (id ? [describe(id)] : []));
}

/** Where the external ID may have either form: the one that is refused while the other one may get in. */
export function refusedForm(verdict: SessionVerdict): SymbolicString | undefined {
  const { session, assumeRole, otherForm } = verdict;
  if (!otherForm || otherForm.outcome === assumeRole.outcome) return undefined;
  if (assumeRole.outcome === "refused") return session.externalId;
  return otherForm.outcome === "refused" ? session.otherForm : undefined;
}

/** "StringEquals on aws:PrincipalAccount". */
export function conditionInWords({ operator, key }: Condition): string {
  return `${operatorText(operator)} on ${describe(key)}`;
}

/** "spacelift_stack.network (write)", and how many more. */
export function sessionsInWords([first, ...rest]: readonly [SessionVerdict, ...SessionVerdict[]]): string {
  const more = rest.length === 0 ? "" : ` and ${rest.length} more`;
  return `${sessionInWords(first.session)}${more}`;
}

function sessionInWords({ target, phase }: Session): string {
  return phase === undefined ? target : `${target} (${phase})`;
}

/** "spacelift_stack.network (read and write, sent as @write)". */
export function sessionInFull(session: Session): string {
  return session.alsoReads ? `${session.target} (${readsAndWrites(session)})` : sessionInWords(session);
}

/** For sessions that read as well. A private worker sends an ID of its own, which has no phase. */
export function readsAndWrites(session: Session): string {
  const [ending] = /[@-]write$/.exec(idsSent(session)[0] ?? "") ?? [];
  return ending === undefined ? "read and write" : `read and write, sent as ${ending}`;
}

const mostRelated = 5;

/** Where the sessions come from. */
export function placesOfSessions(sessions: readonly SessionVerdict[]): readonly RelatedPlace[] {
  const seen = new Set<string>();
  return sessions
    .filter(({ session: { place } }) => {
      const key = `${place.uri} ${place.span.start}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, mostRelated)
    .map(({ session }) => ({ location: session.place, message: `Sends ${idInWords(session)}.` }));
}
