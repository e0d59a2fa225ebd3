/** Policies that are JSON text, read apart from where they stand, and as Terraform would say them. */
import { fewestSpaces, isPlain, readJson } from "../../analysis/trust/policyInText.ts";
import { textOf } from "../../base/span.ts";
import type { Expression, Template } from "../../hcl/ast.ts";
import type { Written, WrittenEntry } from "../../hcl/write.ts";
import type { ModuleFile } from "../../terraform/module.ts";

/** An expression, and the text that its spans count in. */
export interface Sourced {
  readonly expression: Expression;
  readonly source: string;
}

/** The JSON that a string comes to, as a text of its own. */
export function jsonApart(template: Template, { syntax: { text } }: ModuleFile): Sourced | undefined {
  if (!isPlain(template)) return undefined;
  const parts = template.parts.map((part) =>
    part.kind === "TemplateLiteral" ? escaped(part.value) : textOf(text, part),
  );
  return sourced(parts.join(""));
}

/** JSON without interpolations. */
export function jsonText(text: string): Sourced | undefined {
  return sourced(escaped(text));
}

function sourced(json: string): Sourced | undefined {
  const source = " ".repeat(fewestSpaces) + json.trim();
  const expression = readJson(source);
  return expression && { expression, source };
}

/** https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences */
function escaped(literal: string): string {
  return literal.replaceAll(/[$%]\{/g, (sequence) => `${sequence[0]}${sequence}`);
}

/** JSON as an expression of Terraform in its usual style. */
export function fromJson(expression: Expression, source: string): Written {
  switch (expression.kind) {
    case "TupleConstructor":
      return { kind: "list", elements: expression.elements.map((element) => fromJson(element, source)) };
    case "ObjectConstructor":
      return { kind: "object", entries: expression.items.map((item) => entryFromJson(item, source)) };
    default:
      return { kind: "text", text: textOf(source, expression) };
  }
}

function entryFromJson(
  { key: name, value }: { readonly key: Expression; readonly value: Expression },
  source: string,
): WrittenEntry {
  return { key: bareKey(textOf(source, name)), value: fromJson(value, source) };
}

/** A key of JSON without the quotes that Terraform does not ask for. */
export function bareKey(quoted: string): string {
  return /^"([A-Za-z_]\w*)"$/.exec(quoted)?.[1] ?? quoted;
}
