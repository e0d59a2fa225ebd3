/**
 * A policy that is JSON in a heredoc or in a file, read with the places of its parts. JSON is an expression of HCL,
 * interpolations inside strings included, so the language's own parser reads it where it stands.
 */
import { perObject } from "../../base/remember.ts";
import type { Attribute, Expression, Template } from "../../hcl/ast.ts";
import { parse } from "../../hcl/parse.ts";
import { shiftItem } from "../../hcl/shift.ts";
import type { Written } from "../../hcl/write.ts";
import type { ModuleFile } from "../../terraform/module.ts";

/** The JSON as an expression, its spans those of the file; undefined for text that is no JSON. */
export function expressionInText(
  template: Template,
  { syntax: { text } }: ModuleFile,
): Expression | undefined {
  if (!template.heredoc || !template.close || !isPlain(template)) return undefined;
  const start = template.open.end + spacesAt(text, template.open.end);
  return readJson(" ".repeat(start) + text.slice(start, template.close.start));
}

/** The same for a whole file, which may be a template. */
export const expressionInFile = perObject(({ syntax: { text } }: ModuleFile): Expression | undefined => {
  const item = readItem(" ".repeat(fewestSpaces) + text);
  const placed = item && shiftItem(item, -fewestSpaces);
  return placed?.kind === "Attribute" ? placed.value : undefined;
});

/** True for text without directives. */
export function isPlain({ parts }: Template): boolean {
  return parts.every(({ kind }) => kind === "TemplateLiteral" || kind === "TemplateInterpolation");
}

export const fewestSpaces = 2;

/** Spaces before the JSON stand for what comes before it, so that every place stays the one that it is. */
export function readJson(text: string): Expression | undefined {
  return readItem(text)?.value;
}

function readItem(text: string): Attribute | undefined {
  const start = spacesAt(text, 0);
  const { body, problems } = parse(`${" ".repeat(start - fewestSpaces)}p=${text.slice(start)}`);
  const [item, ...others] = body.items;
  return problems.length === 0 && others.length === 0 && item?.kind === "Attribute" ? item : undefined;
}

function spacesAt(text: string, offset: number): number {
  return /^\s*/.exec(text.slice(offset))?.[0].length ?? 0;
}

/** As JSON that continues a line with the indentation; undefined for what only Terraform can compute. */
export function writeJson(value: Written, indent: string, unit: string): string | undefined {
  switch (value.kind) {
    case "text":
      return value.text.startsWith('"') ? value.text : `"\${${value.text}}"`;
    case "list":
      return bracketed(
        "[",
        "]",
        indent,
        unit,
        value.elements.map((element) => writeJson(element, indent + unit, unit)),
      );
    case "object": {
      const entries = value.entries.map(({ key, value: inner }) => {
        const written = writeJson(inner, indent + unit, unit);
        return written === undefined ? undefined : `${key.startsWith('"') ? key : `"${key}"`}: ${written}`;
      });
      return bracketed("{", "}", indent, unit, entries);
    }
    case "for":
    case "call":
      return undefined;
  }
}

function bracketed(
  open: string,
  close: string,
  indent: string,
  unit: string,
  items: readonly (string | undefined)[],
): string | undefined {
  if (items.includes(undefined)) return undefined;
  return `${open}\n${items.map((item) => `${indent}${unit}${item}`).join(",\n")}\n${indent}${close}`;
}
