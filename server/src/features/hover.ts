/** What the thing at a place of a file means: asks each kind of hover, the innermost first. */
import { viewOf } from "../analysis/moduleView.ts";
import { pathAt } from "../hcl/walk.ts";
import { concernsSpacelift, fileOf, type Snapshot } from "../workspace/snapshot.ts";
import { attributeHover } from "./hover/attributeHover.ts";
import { paragraphs, type Hover, type HoverContext } from "./hover/context.ts";
import { declarationHover } from "./hover/declarationHover.ts";
import { externalIdHover } from "./hover/externalIdHover.ts";
import { policyHover } from "./hover/policyHover.ts";
import { referenceHover } from "./hover/referenceHover.ts";
import { typeHover } from "./hover/typeHover.ts";
import { valueHover } from "./hover/valueHover.ts";
import { showsPlainSuggestions } from "./plainSuggestions.ts";
import { trustVerdictAt } from "./trustVerdict.ts";

const kinds: readonly ((context: HoverContext) => Hover | undefined)[] = [
  referenceHover,
  externalIdHover,
  valueHover,
  policyHover,
  attributeHover,
  typeHover,
  declarationHover,
];

export function hover(snapshot: Snapshot, uri: string, offset: number): Hover | undefined {
  const file = fileOf(snapshot, uri);
  if (!file || !concernsSpacelift(snapshot.module)) return undefined;
  if (!(offset >= 0 && offset <= file.syntax.text.length)) return undefined;
  const context: HoverContext = {
    view: viewOf(snapshot),
    file,
    text: file.syntax.text,
    offset,
    path: pathAt(file.syntax, offset),
    plain: showsPlainSuggestions(snapshot),
  };
  const verdict = trustVerdictAt(context);
  for (const kind of kinds) {
    const found = kind(context);
    if (found)
      return verdict ? { ...found, markdown: paragraphs(verdict.markdown, "---", found.markdown) } : found;
  }
  return verdict;
}
