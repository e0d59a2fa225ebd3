/** Terraform's own arguments, offered behind those of the type. */
import type { ResourceMode } from "../../spacelift/schema.ts";
import type { CompletionItem } from "../completionItem.ts";
import type { CompletionContext } from "./context.ts";
import { restOfLine, type AttributePlace } from "./place.ts";

interface MetaArgument {
  readonly name: string;
  readonly snippet: string;
  readonly summary: string;
}

/** https://developer.hashicorp.com/terraform/language/meta-arguments */
const metaArguments: readonly MetaArgument[] = [
  { name: "depends_on", snippet: "depends_on = [$1]", summary: "What must exist first." },
  { name: "for_each", snippet: "for_each = $1", summary: "One instance for each element of a map or set." },
  { name: "count", snippet: "count = $1", summary: "How many instances there are." },
  { name: "provider", snippet: "provider = $1", summary: "Which configuration of the provider is used." },
  {
    name: "lifecycle",
    snippet: "lifecycle {\n  $0\n}",
    summary: "How Terraform creates, replaces and destroys.",
  },
];

export function metaItems(
  { text }: CompletionContext,
  { word }: AttributePlace,
  mode: ResourceMode,
  present: ReadonlySet<string>,
): readonly CompletionItem[] {
  if (/^\s*[={]/.test(restOfLine(text, word))) return [];
  const repeated = present.has("count") || present.has("for_each");
  return metaArguments
    .filter(({ name }) => !present.has(name) && !(repeated && (name === "count" || name === "for_each")))
    .map(({ name, snippet, summary }, index) => ({
      kind: "keyword",
      label: name,
      detail: "meta-argument",
      documentation: `${summary}\n\n[Documentation](${page(mode, name)})`,
      replace: word,
      snippet,
      rank: 900 + index,
      retrigger: name === "depends_on",
    }));
}

function page(mode: ResourceMode, name: string): string {
  const base = "https://developer.hashicorp.com/terraform/language";
  return mode === "data" && name === "lifecycle"
    ? `${base}/data-sources#custom-condition-checks`
    : `${base}/meta-arguments/${name === "provider" ? "resource-provider" : name}`;
}
