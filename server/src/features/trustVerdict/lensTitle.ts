/** The verdict on an integration in the few words of a code lens. */
import type { RoleVerdict } from "../../analysis/trust/judge.ts";
import type { SessionVerdict } from "../../analysis/trust/sessionJudge.ts";
import { readsAndWrites } from "../../analysis/trust/sessionWords.ts";
import { nothingAssumes, whyUnknown } from "./whyUnknown.ts";

export function lensTitle(verdicts: readonly RoleVerdict[]): string {
  const sessions = verdicts.flatMap((verdict) => verdict.sessions);
  const who = verdicts.some(({ assumer }) => assumer === "worker") ? "The private worker" : "Spacelift";
  const [first, ...rest] = countedOf(sessions);
  if (first) return titleOf(who, [first, ...rest], sessions);
  const [reason] = verdicts.flatMap(({ role }) => (role.kind === "unjudged" ? [role.reason] : []));
  return `${question(who)} Cannot tell: ${reason ?? nothingAssumes}`;
}

/** Those that are opened for certain; where there are none, those that may be. */
function countedOf(sessions: readonly SessionVerdict[]): readonly SessionVerdict[] {
  const expected = sessions.filter(({ session }) => session.expected);
  return expected.length > 0 ? expected : sessions;
}

function titleOf(
  who: string,
  counted: readonly [SessionVerdict, ...SessionVerdict[]],
  sessions: readonly SessionVerdict[],
): string {
  const count = (outcome: string): number => counted.filter((one) => one.outcome === outcome).length;
  const all = sessionsInWords(counted);
  if (count("refused") > 0) return `${who} is refused: ${count("refused")} of ${all}`;
  if (count("allowed") === counted.length) {
    const isOpen = sessions.some((one) => !counted.includes(one) && one.outcome !== "allowed");
    return `${who} gets in: ${counted.length} of ${all}${isOpen ? "; others may be refused" : ""}`;
  }
  const account = accountThatDecides(counted);
  if (account !== undefined) return `${who} gets in if your account is called ${account}`;
  const unknown = counted.filter((one) => one.outcome === "unknown");
  return unknown.length === counted.length
    ? `${question(who)} ${asSentence(whyUnknown(counted[0]))}`
    : `${question(who)} Cannot tell for ${unknown.length} of ${all}`;
}

function question(who: string): string {
  return `Does ${who === "Spacelift" ? who : "the private worker"} get in?`;
}

/** "2 sessions (read and write, sent as @write)". */
function sessionsInWords(counted: readonly [SessionVerdict, ...SessionVerdict[]]): string {
  const number = `${counted.length} ${counted.length === 1 ? "session" : "sessions"}`;
  const readAndWrite = counted.every(({ session }) => session.alsoReads);
  return readAndWrite ? `${number} (${readsAndWrites(counted[0].session)})` : number;
}

/** The name of the account with which all get in. */
function accountThatDecides(sessions: readonly SessionVerdict[]): string | undefined {
  const account = sessions.map(({ allowedFor }) => allowedFor).find((name) => name !== undefined);
  return sessions.every((one) => one.outcome === "allowed" || one.allowedFor === account)
    ? account
    : undefined;
}

/** A lens shows plain text. */
function asSentence(markdown: string): string {
  const text = markdown.replaceAll("`", "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
