/** A wrong account's name that a value takes from a local or a variable is mended there. */
import type { Template } from "../../hcl/ast.ts";
import { textOf } from "../../base/span.ts";
import { knownText, type SymbolicString } from "../../iam/symbolic.ts";
import { knownText as textOfParts } from "../../terraform/value.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import type { Candidate } from "./idCandidates.ts";
import { admits, segmentsOf } from "./idSegments.ts";
import { rewrite } from "./literalEdits.ts";

export function atItsSource(
  view: ModuleView,
  { place, values: [[account = []] = []] }: Candidate,
  [id]: readonly SymbolicString[],
): readonly Fix[] {
  const [sent = []] = id ? segmentsOf(id) : [];
  const [right, wrong] = [knownText(sent), knownText(account)];
  if (right === undefined || wrong === undefined || admits(account, sent) !== "no") return [];
  const template = place.path.findLast(
    (node): node is Template => node.kind === "Template" && node.start === place.span.start,
  );
  const [first] = template?.parts ?? [];
  if (first?.kind !== "TemplateInterpolation" || place.segments[0] !== textOf(place.file.syntax.text, first))
    return [];
  const value = view.evaluate(first.expression, place.file);
  const [origin] = value.origins;
  if (value.kind !== "string" || !origin || textOfParts(value.parts) !== wrong) return [];
  return rewrite(
    view,
    origin,
    `Write ${right} in ${textOf(place.file.syntax.text, first.expression)}`,
    right,
  );
}
