/** Templates that stand in files or in other values, rendered with variables of their own. */
import type { Template, TemplatePart } from "../hcl/ast.ts";
import type { Location } from "../base/location.ts";
import type { Evaluate } from "./expressions/evaluator.ts";
import type { Scope } from "./scope.ts";
import type { Value } from "./value.ts";
import { parse } from "../hcl/parse.ts";
import { evaluateTemplateParts } from "./expressions/template.ts";
import { errorValue } from "./value.ts";

interface TemplateSource {
  readonly text: string;
  readonly uri: string;
}

/** The result, which is a string unless the template is nothing but one interpolation. */
export function renderTemplate(
  source: TemplateSource,
  variables: Value,
  scope: Scope,
  evaluate: Evaluate,
): Value {
  if (variables.kind !== "map" && variables.kind !== "object")
    return errorValue("invalid vars value: must be a map");
  const { template, shift } = parseTemplateText(source.text);
  if (template === undefined) return errorValue("the template has syntax errors");
  const inner: Scope = {
    uri: source.uri,
    shift,
    inTemplate: true,
    files: scope.files,
    budget: scope.budget,
    resolve: ({ root, at }) => ({ value: variables.entries.get(root) ?? missing(root, at), consumed: 0 }),
  };
  const value = evaluateTemplateParts(withoutLastLineEnd(template.parts), template, inner, evaluate);
  return value.kind === "null" ? errorValue("the result of the template is null") : value;
}

function missing(root: string, at: Location): Value {
  return errorValue(`vars map does not contain key "${root}"`, at);
}

/** A template's text is that of a heredoc, so it is read as one; spans are `shift` too large. */
function parseTemplateText(text: string): {
  readonly template: Template | undefined;
  readonly shift: number;
} {
  let marker = "END";
  while (text.includes(marker)) marker += "_";
  const head = `x = <<${marker}\n`;
  const { body, problems } = parse(`${head}${text}\n${marker}\n`);
  const [item] = body.items;
  const value = item?.kind === "Attribute" && problems.length === 0 ? item.value : undefined;
  return { template: value?.kind === "Template" ? value : undefined, shift: head.length };
}

function withoutLastLineEnd(parts: readonly TemplatePart[]): readonly TemplatePart[] {
  const last = parts.at(-1);
  if (last?.kind !== "TemplateLiteral") return parts;
  const value = last.value.replace(/\n$/, "");
  const kept = parts.slice(0, -1);
  return value === "" ? kept : [...kept, { ...last, value, end: last.end - 1 }];
}
