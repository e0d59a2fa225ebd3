/** `textDocument/completion` */
import type { CompletionItem, CompletionParams } from "vscode-languageserver";
import { complete } from "../../features/completion.ts";
import { toCompletionItem } from "../convertCompletion.ts";
import type { Session } from "../session.ts";
import { pointOf } from "../view.ts";

export async function completion(session: Session, params: CompletionParams): Promise<CompletionItem[]> {
  const point = await pointOf(session, params);
  // What is offered is written in the native syntax.
  if (!point || point.uri.endsWith(".json")) return [];
  const { view, uri, offset } = point;
  const item = session.client.capabilities.textDocument?.completion?.completionItem;
  const can = {
    snippets: item?.snippetSupport ?? false,
    markdown: item?.documentationFormat?.includes("markdown") ?? false,
  };
  return complete(view.snapshot, uri, offset).map((each) => toCompletionItem(view, uri, each, can));
}
