/** Labels of blocks: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#blocks */
import type { Label } from "./ast.ts";
import { Code } from "./characters.ts";
import { decodeQuoted } from "./escapes.ts";
import { isTemplateEscape } from "./escapes.ts";
import { templateInLabel, unclosedString, unterminatedString } from "./messages.ts";
import { at, nameAt, type Parser, record, report, spanAt } from "./parser.ts";
import { advance, scanAt } from "./scanner.ts";
import { Token } from "./token.ts";

export function parseLabel(p: Parser): Label {
  if (at(p, Token.Quote)) return parseQuotedLabel(p);
  const { start, end } = p;
  advance(p);
  return { kind: "Label", start, end, value: nameAt(p, start, end), quoted: false, closed: true };
}

function parseQuotedLabel(p: Parser): Label {
  const { start, end: from } = p;
  const textEnd = labelTextEnd(p, from);
  const closed = textEnd < p.limit && p.text.charCodeAt(textEnd) === Code.Quote;
  const value = decodeQuoted(p, from, textEnd);
  const end = closed ? textEnd + 1 : textEnd;
  if (!closed) {
    report(
      p,
      textEnd >= p.text.length
        ? unterminatedString({ start, end }, end)
        : unclosedString({ start, end }, end),
    );
  }
  p.previousEnd = p.end = end;
  scanAt(p, end);
  return { kind: "Label", start, end, value, quoted: true, closed };
}

/** The closing quote, or the end of the line. Where the quote is missing, a brace that ends the line is not part of it. */
function labelTextEnd(p: Parser, from: number): number {
  const { text, limit } = p;
  let at = from;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.Quote) return at;
    if (code === Code.LineFeed || code === Code.Return) break;
    if (code === Code.Backslash) at++;
    else if (isTemplateEscape(text, at, limit)) at += 2;
    else if ((code === Code.Dollar || code === Code.Percent) && text.charCodeAt(at + 1) === Code.OpenBrace) {
      record(p, templateInLabel(spanAt(at, 2), text.charAt(at)));
    }
  }
  return beforeBrace(text, from, Math.min(at, limit));
}

function beforeBrace(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && text.charCodeAt(at - 1) === Code.Space) at--;
  if (at === from || text.charCodeAt(at - 1) !== Code.OpenBrace) return end;
  at--;
  while (at > from && text.charCodeAt(at - 1) === Code.Space) at--;
  return at;
}
