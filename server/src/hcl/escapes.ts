/**
 * The escape sequences of strings and templates.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-literals
 */
import { Code } from "./characters.ts";
import { escapeDetail, invalidEscape } from "./messages.ts";
import { type Parser, record } from "./parser.ts";

/** True when `$${` or `%%{` stands at `at`. */
export function isTemplateEscape(text: string, at: number, limit: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code === Code.Dollar || code === Code.Percent) &&
    at + 2 < limit &&
    text.charCodeAt(at + 1) === code &&
    text.charCodeAt(at + 2) === Code.OpenBrace
  );
}

/** What `start..end` of a heredoc stands for. */
export function decodeHeredoc(text: string, start: number, end: number): string {
  let value = "";
  let from = start;
  for (let at = start; at < end; at++) {
    if (!isTemplateEscape(text, at, end)) continue;
    value += text.slice(from, at + 1);
    from = at + 2;
    at += 2;
  }
  return value + text.slice(from, end);
}

/** What `start..end` of a quoted string stands for. Sequences that mean nothing are reported, and kept. */
export function decodeQuoted(p: Parser, start: number, end: number): string {
  const { text } = p;
  let value = "";
  let from = start;
  let at = start;
  while (at < end) {
    if (isTemplateEscape(text, at, end)) {
      value += text.slice(from, at + 1);
      from = at + 2;
      at += 3;
    } else if (text.charCodeAt(at) === Code.Backslash) {
      const behind = escapeEnd(text, at, end);
      value += text.slice(from, at) + decodeEscape(p, at, behind);
      from = at = behind;
    } else at++;
  }
  return value + text.slice(from, end);
}

function escapeEnd(text: string, at: number, end: number): number {
  const selector = text.charCodeAt(at + 1);
  if (selector === Code.LowerU) return hexEnd(text, at + 2, Math.min(end, at + 6));
  if (selector === Code.UpperU) return hexEnd(text, at + 2, Math.min(end, at + 10));
  const wide = (text.codePointAt(at + 1) ?? 0) > 0xffff;
  return Math.min(end, at + (wide ? 3 : 2));
}

function hexEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && /[0-9a-fA-F]/.test(text.charAt(at))) at++;
  return at;
}

const simple: { readonly [selector: string]: string } = {
  "\\n": "\n",
  "\\r": "\r",
  "\\t": "\t",
  '\\"': '"',
  "\\\\": "\\",
};

function decodeEscape(p: Parser, start: number, end: number): string {
  const written = p.text.slice(start, end);
  const known = simple[written];
  if (known !== undefined) return known;
  const wrong = (detail: string): string => {
    record(p, invalidEscape({ start, end }, detail));
    return written;
  };
  const selector = written[1];
  if (selector !== "u" && selector !== "U") return wrong(escapeDetail.selector);
  if (selector === "u" && written.length !== 6) return wrong(escapeDetail.short);
  if (selector === "U" && written.length !== 10) return wrong(escapeDetail.long);
  const point = Number.parseInt(written.slice(2), 16);
  const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : wrong(escapeDetail.range);
}
