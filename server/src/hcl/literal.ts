/** Strings as values: what a literal says, and how a string is written as one. */
import type { Expression } from "./ast.ts";

/**
 * The string that a quoted string or heredoc without template sequences stands for; undefined for all else.
 * HCL has all strings in normal form C: https://github.com/hashicorp/hcl/blob/main/spec.md#strings
 */
export function literalString(expression: Expression): string | undefined {
  if (expression.kind !== "Template") return undefined;
  let value = "";
  for (const part of expression.parts) {
    if (part.kind !== "TemplateLiteral") return undefined;
    value += part.value;
  }
  return value.normalize();
}

/** A string, number or bool that is written out; undefined for all else. A number keeps its text. */
export function literalText(expression: Expression): string | undefined {
  switch (expression.kind) {
    case "NumberLiteral":
      return expression.text;
    case "BoolLiteral":
      return String(expression.value);
    default:
      return literalString(expression);
  }
}

/** `value` as a quoted string in which everything stands for itself. */
export function quote(value: string): string {
  return `"${escapeQuoted(value)}"`;
}

/** `value` as literal text inside a quoted string. */
function escapeQuoted(value: string): string {
  return escapeTemplate(value).replaceAll(
    /["\\\u0000-\u001f\u007f\u0085\u2028\u2029\ufeff]/g,
    escapeCharacter,
  );
}

/** `value` without template sequences. */
function escapeTemplate(value: string): string {
  return value.replaceAll(/([$%])(?=\{)/g, "$1$1");
}

const short: { readonly [character: string]: string } = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function escapeCharacter(character: string): string {
  return short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
