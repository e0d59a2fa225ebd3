/** What begins a block at the top level: keywords, and whole blocks of the family. */
import { concernsSpacelift } from "../../workspace/snapshot.ts";
import type { CompletionItem } from "../completionItem.ts";
import type { CompletionContext } from "./context.ts";
import type { KeywordPlace } from "./place.ts";
import { setUpItems } from "./setUps.ts";
import { wholeBlockItems } from "./wholeBlocks.ts";

/** Where the module is about something else, nothing is offered until the word begins like ours. */
export function keywordItems(context: CompletionContext, place: KeywordPlace): readonly CompletionItem[] {
  const { view, module, text, plain } = context;
  const typed = text.slice(place.word.start, context.offset);
  const ours = concernsSpacelift(module) || module.declarations.length === 0;
  if (!ours && (typed === "" || !"spacelift_aws".startsWith(typed.toLowerCase()))) return [];
  return [
    ...(plain && ours ? [keyword("resource", place), keyword("data", place)] : []),
    ...wholeBlockItems(view, place),
    ...setUpItems(view, place),
  ];
}

function keyword(label: "resource" | "data", { word }: KeywordPlace): CompletionItem {
  const detail = label === "resource" ? "something to create" : "something to look up";
  return {
    kind: "keyword",
    label,
    detail,
    documentation: "",
    replace: word,
    snippet: `${label} "$1" "$2" {\n  $0\n}`,
    rank: label === "resource" ? 0 : 1,
    retrigger: true,
  };
}
