/** What a click on a code lens does: it opens the hover that gives the verdict with its reasons. */
import { commands, Position, Range, Selection, TextEditorRevealType, Uri, window } from "vscode";
import * as v from "valibot";

/** Not in the palette: the code lens names the place. */
export const showVerdict = "spaceliftAws.showVerdict";

const zeroBased = v.pipe(v.number(), v.integer(), v.minValue(0));
const lensArguments = v.tuple([v.string(), v.object({ line: zeroBased, character: zeroBased })]);

export async function showVerdictAt(...given: readonly unknown[]): Promise<void> {
  const place = v.safeParse(lensArguments, given);
  if (!place.success) return;
  const [uri, { line, character }] = place.output;
  const at = new Position(line, character);
  const editor = await window.showTextDocument(Uri.parse(uri));
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at), TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand("editor.action.showHover");
}
