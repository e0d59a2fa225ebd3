/** Completion items as LSP speaks of them, with and without snippets. */
import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
} from "vscode-languageserver";
import type { CompletionItem as Item, CompletionKind } from "../features/completionItem.ts";
import { rangeOf, type View } from "./convert.ts";

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  type: CompletionItemKind.Class,
  attribute: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  reference: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
  keyword: CompletionItemKind.Keyword,
};

interface CompletionAbilities {
  readonly snippets: boolean;
  readonly markdown: boolean;
}

export function toCompletionItem(
  view: View,
  uri: string,
  item: Item,
  can: CompletionAbilities,
): CompletionItem {
  return {
    label: item.label,
    kind: kinds[item.kind],
    detail: item.detail,
    documentation: {
      kind: can.markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: item.documentation,
    },
    sortText: item.rank.toString().padStart(5, "0"),
    filterText: item.filterText ?? item.label,
    insertTextFormat: can.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: rangeOf(view, uri, item.replace),
      newText: can.snippets ? item.snippet : withoutTabStops(item.snippet),
    },
    ...(item.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(item.retrigger ? { command: { title: "Suggest", command: "editor.action.triggerSuggest" } } : {}),
  };
}

/** The text that a snippet inserts when every tab stop keeps its placeholder or its first choice. */
export function withoutTabStops(snippet: string): string {
  return snippet
    .replace(/(?<!\\)\$\{\d+\|([^,|]*)[^}]*\|\}/g, "$1")
    .replace(/(?<!\\)\$\{\d+:((?:[^\\}]|\\.)*)\}/g, "$1")
    .replace(/(?<!\\)\$(?:\d+|\{\d+\})/g, "")
    .replace(/\\([$}\\|,])/g, "$1");
}
