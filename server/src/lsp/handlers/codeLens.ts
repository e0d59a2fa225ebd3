/** `textDocument/codeLens` */
import type { CodeLens, CodeLensParams } from "vscode-languageserver";
import { codeLenses } from "../../features/codeLenses.ts";
import { rangeOf } from "../convert.ts";
import type { Session } from "../session.ts";
import { placeOf } from "../view.ts";

/** A command without a name is only a title: there is nothing to click. */
export async function codeLens(session: Session, params: CodeLensParams): Promise<CodeLens[]> {
  const { view, uri } = await placeOf(session, params.textDocument);
  return codeLenses(view.snapshot, uri).map(({ span, title }) => ({
    range: rangeOf(view, uri, span),
    command: { title, command: "" },
  }));
}
