/** Collects edits by file. */
import type { FileEdits } from "../../analysis/finding.ts";
import type { FamilyBlock } from "../../analysis/moduleView.ts";
import type { TextEdit } from "../../base/textEdit.ts";
import { endWithComment } from "./ownComments.ts";

export class EditList {
  readonly #byFile = new Map<string, TextEdit[]>();

  add(uri: string, ...edits: readonly TextEdit[]): void {
    this.#byFile.set(uri, [...(this.#byFile.get(uri) ?? []), ...edits]);
  }

  addAll(files: readonly FileEdits[]): void {
    for (const { uri, edits } of files) this.add(uri, ...edits);
  }

  /** New top-level blocks behind the integration's, an empty line between each two. */
  addBlocksAfter({ block, file }: FamilyBlock, blocks: readonly string[]): void {
    if (blocks.length === 0) return;
    const end = endWithComment(file.syntax.text, block.end);
    const span = { start: end, end };
    this.add(file.uri, { span, newText: blocks.map((each) => `\n\n${each}`).join("") });
  }

  files(): readonly FileEdits[] {
    return [...this.#byFile].map(([uri, edits]) => ({ uri, edits }));
  }
}
