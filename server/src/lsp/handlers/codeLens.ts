/** `textDocument/codeLens` */
import type { CodeLens, CodeLensParams, Command } from "vscode-languageserver";
import { codeLenses } from "../../features/codeLenses.ts";
import { rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";
import { placeOf } from "../view.ts";

/** The command of a client that opens the hover at a place; its arguments are the URI and the position. */
const showVerdictCommand = "spaceliftAws.showVerdict";

export async function codeLens(session: Session, params: CodeLensParams): Promise<CodeLens[]> {
  const { textDocument } = params;
  const { view, uri } = await placeOf(session, textDocument);
  const isClickable = session.client.options.commands.includes(showVerdictCommand);
  return codeLenses(view.snapshot, uri).map(({ span, title, reasonAt }) => {
    const { start } = rangeOf(view, uri, { start: reasonAt, end: reasonAt });
    return {
      range: rangeOf(view, uri, span),
      command: isClickable
        ? { title, command: showVerdictCommand, arguments: [textDocument.uri, start] }
        : onlyTitle(title),
    };
  });
}

/** A command without a name is only a title: there is nothing to click. */
function onlyTitle(title: string): Command {
  return { title, command: "" };
}
