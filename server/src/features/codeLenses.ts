/** A few words above each integration: whether Spacelift gets in. */
import type { Span } from "../base/span.ts";
import { attribute, headerOf, viewOf, type FamilyBlock } from "../analysis/moduleView.ts";
import { verdictsOf, type RoleVerdict } from "../analysis/trust/judge.ts";
import { concernsSpacelift, type Snapshot } from "../workspace/snapshot.ts";
import { lensTitle } from "./trustVerdict/lensTitle.ts";

interface CodeLens {
  readonly span: Span;
  readonly title: string;
  /** Where a hover gives the verdict with its reasons: at `role_arn`, which it is about. */
  readonly reasonAt: number;
}

/** None where there is no role to say anything of: it is made elsewhere, or not yet. */
export function codeLenses(snapshot: Snapshot, uri: string): readonly CodeLens[] {
  if (!concernsSpacelift(snapshot.module)) return [];
  const byBlock = new Map<FamilyBlock, RoleVerdict[]>();
  for (const verdict of verdictsOf(viewOf(snapshot))) {
    const { block } = verdict.subject;
    if (block.file.uri !== uri || isSilent(verdict)) continue;
    byBlock.set(block, [...(byBlock.get(block) ?? []), verdict]);
  }
  return [...byBlock].map(([block, verdicts]) => {
    const { start, end } = headerOf(block.block);
    const reasonAt = attribute(block, "role_arn")?.name.start ?? start;
    return { span: { start, end }, title: lensTitle(verdicts), reasonAt };
  });
}

function isSilent({ role }: RoleVerdict): boolean {
  return role.kind === "unjudged" && role.noRole;
}
