/** Sessions in words, for findings and hovers. */
import { describe } from "../../iam/symbolic.ts";
import type { SessionVerdict } from "./judge.ts";
import type { RelatedPlace } from "../finding.ts";
import type { Session } from "./sessions.ts";

/** The external ID with symbols in guillemets, cut to what fits a sentence. */
export function idInWords({ externalId }: Session): string {
  return externalId === undefined ? "an external ID that is not known" : `"${describe(externalId)}"`;
}

/** "spacelift_stack.network (write)", and how many more. */
export function sessionsInWords([first, ...rest]: readonly [SessionVerdict, ...SessionVerdict[]]): string {
  const more = rest.length === 0 ? "" : ` and ${rest.length} more`;
  return `${sessionInWords(first.session)}${more}`;
}

export function sessionInWords({ target, phase }: Session): string {
  return phase === undefined ? target : `${target} (${phase})`;
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
