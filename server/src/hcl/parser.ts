/** The state of one parse, and the few things that every production does with it. */
import type { Span } from "../base/span.ts";
import type {
  BodyItem,
  Expression,
  Label,
  ObjectItem,
  SyntaxProblem,
  Template,
  TemplatePart,
} from "./ast.ts";
import { createStack, type Stack } from "./stack.ts";
import { Token } from "./token.ts";

export interface Parser {
  readonly text: string;
  /** The text is read up to here; layout may put it before the real end. See layout.ts. */
  limit: number;

  /** The current token, its span, and where the one before it ended. */
  token: Token;
  start: number;
  end: number;
  previousEnd: number;
  /** Where the line that the scanner stands in begins. */
  lineStart: number;
  /** Whether line ends are tokens: they are in bodies and objects, and not in other brackets. */
  newlines: boolean;
  /** The furthest offset that any decision so far has looked at. */
  reach: number;

  /** How many brackets, blocks and templates are open. */
  depth: number;
  /** The column of the item being read, and, while that is the value of an attribute, where it begins. */
  column: number;
  inValue: boolean;
  valueStart: number;
  /** The next line of the value whose layout is to be looked at, and whether its layout can be relied on. */
  layoutLine: number;
  layoutTrusted: boolean;
  /** True while text is skipped that belongs nowhere, so that nothing in it can be taken at its word. */
  skipping: boolean;
  /** Where the value turned out to end because something in it was left open; -1 while nothing was. */
  cut: number;
  /** True while a value is read again up to its cut, so that it is not cut a second time. */
  cutting: boolean;
  /** The column of the top-level item being read, and the offset of its first brace; -1 before that. */
  itemColumn: number;
  itemBrace: number;
  /** True once the item is known to have all its closing braces. */
  itemClosed: boolean;
  /** True while the closing braces of an item are judged by their indentation. See layout.ts. */
  byIndentation: boolean;

  /** The last line of each heredoc marker in the text; undefined until a heredoc was found to have no end. */
  markerLines: ReadonlyMap<string, number> | undefined;

  /** The last search for the end of a block comment: where it began, and what it found, if anything. */
  commentFrom: number;
  commentEnd: number;
  /** The braces that are never closed, once they were looked for; see leftOpen.ts. */
  openBraces: ReadonlySet<number> | undefined;
  /** How many merge conflict markers were seen. */
  mergeMarkers: number;
  problems: SyntaxProblem[];
  /** True from the first problem until the next place where reading starts afresh. */
  quiet: boolean;

  readonly bodyItems: Stack<BodyItem>;
  readonly labels: Stack<Label>;
  readonly elements: Stack<Expression>;
  readonly objectItems: Stack<ObjectItem>;
  readonly templateParts: Stack<TemplatePart>;
  readonly names: (string | undefined)[];

  /** The productions that parts of an expression need in turn. */
  readonly expression: Production<Expression>;
  readonly template: Production<Template>;
}

type Production<T> = (p: Parser) => T;

export function createParser(
  text: string,
  start: number,
  limit: number,
  expression: Production<Expression>,
  template: Production<Template>,
): Parser {
  return {
    text,
    limit,
    token: Token.End,
    start,
    end: start,
    previousEnd: start,
    lineStart: start,
    newlines: true,
    reach: start,
    depth: 0,
    column: 0,
    inValue: false,
    valueStart: 0,
    layoutLine: -1,
    layoutTrusted: false,
    skipping: false,
    cut: -1,
    cutting: false,
    itemColumn: 0,
    itemBrace: -1,
    itemClosed: false,
    byIndentation: false,
    markerLines: undefined,
    commentFrom: -1,
    commentEnd: -1,
    openBraces: undefined,
    mergeMarkers: 0,
    problems: [],
    quiet: false,
    bodyItems: createStack(),
    labels: createStack(),
    elements: createStack(),
    objectItems: createStack(),
    templateParts: createStack(),
    names: new Array<string | undefined>(nameSlots).fill(undefined),
    expression,
    template,
  };
}

/** Deeper than anything that people write, and shallow enough for any stack. */
export const maxDepth = 400;

/** How many operators, or steps of a traversal, may follow one another: each is a level of the tree. */
export const maxChain = 1000;

/** Records a problem, unless it only follows from the one before. */
export function report(p: Parser, problem: SyntaxProblem): void {
  if (p.quiet) return;
  p.quiet = true;
  record(p, problem);
}

/** Records a problem that stands for itself. Of several at one place, the file tells the first. */
export function record(p: Parser, problem: SyntaxProblem): void {
  if (p.cut < 0) p.problems.push(problem);
}

export function at(p: Parser, token: Token): boolean {
  return p.token === token;
}

export function tokenSpan(p: Parser): Span {
  return { start: p.start, end: p.end };
}

/**
 * Where a problem with a missing thing is shown: at the token that stands in its place, or, where that is
 * the end of the line or of the text, at the last character before it, which can be seen.
 */
export function missingSpan(p: Parser): Span {
  if (!at(p, Token.Newline) && !at(p, Token.End)) return tokenSpan(p);
  return { start: Math.max(0, p.previousEnd - 1), end: p.previousEnd };
}

const nameSlots = 1024;

/** The text of a name; equal names are mostly one string, which saves memory. */
export function nameAt(p: Parser, start: number, end: number): string {
  const { text } = p;
  const length = end - start;
  const mixed =
    length * 31 +
    text.charCodeAt(start) * 7 +
    text.charCodeAt(end - 1) * 131 +
    text.charCodeAt(start + (length >> 1)) * 17;
  const slot = mixed & (nameSlots - 1);
  const known = p.names[slot];
  if (known !== undefined && known.length === length && text.startsWith(known, start)) return known;
  const name = text.slice(start, end);
  p.names[slot] = name;
  return name;
}

/** The span of the part of `text` at `start` that is `length` long. */
export function spanAt(start: number, length: number): Span {
  return { start, end: start + length };
}
