/** A wrong account's name that a value takes from a local or a variable is mended there. */
import type { Expression, Template } from "../../hcl/ast.ts";
import { textOf } from "../../base/span.ts";
import { knownText, type SymbolicString } from "../../iam/symbolic.ts";
import { knownText as textOfParts, type Value } from "../../terraform/value.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import type { Candidate } from "./idCandidates.ts";
import { admits, segmentsOf } from "./idSegments.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";
import { rewrite } from "./literalEdits.ts";
import { templateVariables } from "./templateVariables.ts";
import { textFileAt } from "./textFiles.ts";
import type { WrittenValue } from "./writtenValue.ts";

export function atItsSource(
  view: ModuleView,
  policy: JudgedPolicy,
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
  const value = valueAt(view, policy, place, first.expression);
  const origin = value?.origins[0];
  if (value?.kind !== "string" || !origin || textOfParts(value.parts) !== wrong) return [];
  return rewrite(
    view,
    origin,
    `Write ${right} in ${textOf(place.file.syntax.text, first.expression)}`,
    right,
  );
}

/** In a template the names are those of its variables. */
function valueAt(
  view: ModuleView,
  policy: JudgedPolicy,
  { file }: WrittenValue,
  expression: Expression,
): Value | undefined {
  if (!textFileAt(view, file.uri)) return view.evaluate(expression, file);
  const variables = templateVariables(view, policy, file.uri);
  return expression.kind === "Variable" ? variables.get(expression.name) : undefined;
}
