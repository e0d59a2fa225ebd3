/** New text with the line breaks of the file that it goes into: what is written here has those of Unix. */
import type { FileEdits } from "../analysis/finding.ts";
import { textAt, type Snapshot } from "../workspace/snapshot.ts";

export function withLineBreaks(snapshot: Snapshot, edits: readonly FileEdits[]): readonly FileEdits[] {
  return edits.map((entry) => {
    const isOfWindows = textAt(snapshot, entry.uri)?.text.includes("\r\n") ?? false;
    if (!isOfWindows) return entry;
    const converted = entry.edits.map((edit) => ({
      ...edit,
      newText: edit.newText.replaceAll(/\r?\n/g, "\r\n"),
    }));
    return { uri: entry.uri, edits: converted };
  });
}
