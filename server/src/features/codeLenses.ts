/** A few words above each integration: whether Spacelift gets in. */
import type { Span } from "../base/span.ts";
import { headerOf, viewOf, type FamilyBlock } from "../analysis/moduleView.ts";
import { verdictsOf, type RoleVerdict } from "../analysis/trust/judge.ts";
import { concernsSpacelift, type Snapshot } from "../workspace/snapshot.ts";
import { whyUnknown } from "./trustVerdict/whyUnknown.ts";

export interface CodeLens {
  readonly span: Span;
  readonly title: string;
  /** The address of what the lens stands above. */
  readonly address: string;
}

export function codeLenses(snapshot: Snapshot, uri: string): readonly CodeLens[] {
  if (!concernsSpacelift(snapshot.module)) return [];
  const byBlock = new Map<FamilyBlock, RoleVerdict[]>();
  for (const verdict of verdictsOf(viewOf(snapshot))) {
    const { block } = verdict.subject;
    if (block.file.uri === uri) byBlock.set(block, [...(byBlock.get(block) ?? []), verdict]);
  }
  return [...byBlock].map(([{ block, declaration }, verdicts]) => {
    const { start, end } = headerOf(block);
    return { span: { start, end }, title: titleOf(verdicts), address: declaration.address };
  });
}

function titleOf(verdicts: readonly RoleVerdict[]): string {
  const sessions = verdicts.flatMap((verdict) => verdict.sessions);
  const [unjudged] = verdicts.flatMap(({ role }) => (role.kind === "unjudged" ? [role.reason] : []));
  if (sessions.length === 0)
    return `Does Spacelift get in? Cannot tell: ${unjudged ?? "nothing assumes the role"}`;
  const count = (outcome: string): number => sessions.filter((one) => one.outcome === outcome).length;
  const who = verdicts.some(({ assumer }) => assumer === "worker") ? "The private worker" : "Spacelift";
  const all = `${sessions.length} ${sessions.length === 1 ? "session" : "sessions"}`;
  const refused = count("refused");
  if (refused > 0) return `${who} is refused: ${refused} of ${all}`;
  const allowed = count("allowed");
  if (allowed === sessions.length) return `${who} gets in: ${allowed} of ${all}`;
  const account = sessions.map(({ allowedFor }) => allowedFor).find((name) => name !== undefined);
  if (
    account !== undefined &&
    sessions.every((one) => one.outcome === "allowed" || one.allowedFor === account)
  ) {
    return `${who} gets in if your account is called ${account}`;
  }
  const asked = `Does ${who === "Spacelift" ? who : "the private worker"} get in?`;
  const [first] = sessions.filter((one) => one.outcome === "unknown");
  return first && count("unknown") === sessions.length
    ? `${asked} ${asSentence(whyUnknown(first))}`
    : `${asked} Cannot tell for ${count("unknown")} of ${all}`;
}

/** A lens shows plain text. */
function asSentence(markdown: string): string {
  const text = markdown.replaceAll("`", "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
