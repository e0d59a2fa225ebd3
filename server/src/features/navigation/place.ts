/** What the cursor is on, and where else in the module that is mentioned. */
import { touches } from "../../base/span.ts";
import type { ModuleFile } from "../../terraform/module.ts";
import { concernsSpacelift, fileOf, type Snapshot } from "../../workspace/snapshot.ts";
import { isSameSubject, mentionsIn, type Mention, type Subject } from "./mentions.ts";

/** A mention with the file that it is in. */
export interface PlacedMention extends Mention {
  readonly file: ModuleFile;
}

/** The file, where the module is about Spacelift; every other module gets nothing. */
export function navigableFile(snapshot: Snapshot, uri: string): ModuleFile | undefined {
  return concernsSpacelift(snapshot.module) ? fileOf(snapshot, uri) : undefined;
}

/** The mention that the cursor touches; between two that meet, the one that begins. */
export function mentionAt(snapshot: Snapshot, uri: string, offset: number): PlacedMention | undefined {
  const file = navigableFile(snapshot, uri);
  if (!file) return undefined;
  const mention = mentionsIn(snapshot.module, file).findLast(({ span }) => touches(span, offset));
  return mention && { ...mention, file };
}

/** Every mention of the subject: in the order of the files, and in each of the text. */
export function mentionsOf({ module }: Snapshot, subject: Subject): readonly PlacedMention[] {
  return module.files.flatMap((file) =>
    mentionsIn(module, file)
      .filter((mention) => isSameSubject(mention.subject, subject))
      .map((mention) => ({ ...mention, file })),
  );
}

/**
 * False for what another Terraform extension beside ours finds as well: everything but the names that an expression
 * binds itself. https://github.com/hashicorp/terraform-ls/blob/main/docs/features.md
 */
export function isOursToFind({ besideTerraformExtension }: Snapshot, { subject }: Mention): boolean {
  return !besideTerraformExtension || subject.kind === "bound";
}
