/** Changes that mend nothing and leave the meaning alone, or add what was not there: one file each. */
import { viewOf } from "../analysis/moduleView.ts";
import type { Span } from "../base/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { addAttachment } from "./refactorings/addAttachment.ts";
import { convertOlderResource } from "./refactorings/convertOlderResource.ts";
import { extractRoleArn } from "./refactorings/extractRoleArn.ts";
import type { Refactoring, RefactoringPlace } from "./refactorings/refactoring.ts";

const all: readonly ((place: RefactoringPlace) => readonly Refactoring[])[] = [
  extractRoleArn,
  addAttachment,
  convertOlderResource,
];

/** Those that can be done to the block around the selection. */
export function refactoringsAt(
  snapshot: Snapshot,
  uri: string,
  { start, end }: Span,
): readonly Refactoring[] {
  const declaration = snapshot.module.declarations.find(
    (one) =>
      one.kind === "resource" && one.file.uri === uri && one.block.start <= end && start <= one.block.end,
  );
  if (declaration?.kind !== "resource" || !declaration.block.close) return [];
  const place = { snapshot, view: viewOf(snapshot), declaration };
  return all.flatMap((offer) => offer(place));
}
