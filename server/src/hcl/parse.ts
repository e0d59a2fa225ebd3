/** Parses a whole file. */
import type { SourceFile } from "./ast.ts";
import { assemble } from "./assemble.ts";
import { at, createParser, type Parser } from "./parser.ts";
import { parseExpression } from "./parseExpression.ts";
import { parseTemplate } from "./parseTemplate.ts";
import { Code } from "./characters.ts";
import { readOpening, readStep, type Step } from "./steps.ts";
import { Token } from "./token.ts";

/** The tree of `text` and what is wrong with its syntax. Never fails, whatever the text. */
export function parse(text: string): SourceFile {
  const p = parserAt(text, textStart(text));
  const steps: Step[] = [readOpening(p)];
  while (!at(p, Token.End)) steps.push(readStep(p));
  return assemble(text, steps);
}

/** A parser that stands before `offset`, which is the start of a token or of the text. */
export function parserAt(text: string, offset: number): Parser {
  return createParser(text, offset, text.length, parseExpression, parseTemplate);
}

/** Where the text begins: a byte order mark is not part of it. */
export function textStart(text: string): number {
  return text.charCodeAt(0) === Code.ByteOrderMark ? 1 : 0;
}
