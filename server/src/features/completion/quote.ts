/** The text of a string around a cursor: where it begins and ends, and whether its closing quote is there. */
import type { Span } from "../../base/span.ts";
import type { Node, Template } from "../../hcl/ast.ts";
import { wordAt } from "./words.ts";

export interface Quote {
  /** The string with its quotes. */
  readonly whole: Span;
  /** What is between them; of a string without an end, up to the word at the cursor. */
  readonly inside: Span;
  readonly closed: boolean;
  /** False where there are interpolations in it. */
  readonly plain: boolean;
}

/** The template whose text the offset is in; `none` in a place of a template where nothing may be offered. */
export function textAround(path: readonly Node[], offset: number): Template | "none" | undefined {
  const index = path.findLastIndex(({ kind }) => kind === "Template");
  const template = path[index];
  if (template?.kind !== "Template") return undefined;
  // `"${` and the string's own closing quote, which opens a string while the `}` is missing.
  const opensLate = template.start === offset && !template.close;
  if (opensLate && path[index - 1]?.kind === "TemplateInterpolation") return undefined;
  if (offset < template.open.end || (template.close && offset > template.close.start)) return "none";
  const part = path[index + 1];
  if (part?.kind === "TemplateInterpolation") {
    if (offset > part.start && offset < part.start + 2) return "none";
    const inner = offset >= part.start + 2 && (!part.close || offset <= part.close.start);
    return inner ? undefined : template;
  }
  return part === undefined || part.kind === "TemplateLiteral" ? template : "none";
}

export function quoteOf(text: string, template: Template, offset: number): Quote | undefined {
  if (template.heredoc) return undefined;
  const { open, close } = template;
  return {
    whole: { start: open.start, end: template.end },
    inside: close ? { start: open.end, end: close.start } : openText(text, open.end, offset),
    closed: close !== undefined,
    plain: template.parts.every((part) => part.kind === "TemplateLiteral"),
  };
}

/** The literal text around the cursor: of the whole string, or between two interpolations. */
export function textSpan(text: string, template: Template, offset: number): Span {
  const before = template.parts.findLast((part) => part.kind !== "TemplateLiteral" && part.end <= offset);
  const after = template.parts.find((part) => part.kind !== "TemplateLiteral" && part.start >= offset);
  const start = before?.end ?? template.open.end;
  if (!after && !template.close) return openText(text, start, offset);
  return { start, end: after?.start ?? template.close?.start ?? offset };
}

/** The text of a string without a closing quote: up to the cursor and the word it is in, for the rest may be code. */
export function openText(text: string, start: number, offset: number): Span {
  return { start, end: wordAt(text, offset).end };
}
