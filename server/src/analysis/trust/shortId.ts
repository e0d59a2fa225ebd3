/** External IDs as a person would write them: `acme@${spacelift_aws_integration.main.id}@network@write`. */
import type { StringSymbol, SymbolicString } from "../../iam/symbolic.ts";
import { shownSymbol } from "../../terraform/symbolNames.ts";
import { accountSymbol } from "./names.ts";

export function shortId(text: SymbolicString): string {
  return text.map((segment) => (segment.kind === "literal" ? segment.text : nameOf(segment))).join("");
}

/** A symbol by its reference where it is one. */
function nameOf({ id, label }: StringSymbol): string {
  if (id === accountSymbol.id) return "<account>";
  const shown = shownSymbol(id);
  return /^[\w.-]+(\[[^\s\]]*\][\w.-]*)?$/.test(shown) ? `\${${shown}}` : `<${label}>`;
}

/** The subject of a sentence: what is long, or has several lines, stands in the editor under the finding anyway. */
export function valueInWords(value: SymbolicString): string {
  const text = shortId(value);
  return text === "" || text.length > longest || /[\r\n]/.test(text) ? "This value" : `"${text}"`;
}

const longest = 40;
