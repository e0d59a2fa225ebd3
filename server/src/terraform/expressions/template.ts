/** Strings with interpolations and directives. */
import type { Location } from "../../base/location.ts";
import type { Span } from "../../base/span.ts";
import type {
  Template,
  TemplateFor,
  TemplateIf,
  TemplateLiteral,
  TemplatePart,
  Trim,
} from "../../hcl/ast.ts";
import type { Scope } from "../scope.ts";
import type { Choice, LiteralPart, StringPart, StringValue, UnknownReason, Value } from "../value.ts";
import type { Evaluate } from "./evaluator.ts";
import { openParts } from "../choice.ts";
import { convert } from "../convert.ts";
import { areApart, partsOf } from "../parts.ts";
import { childScope, mostCharacters, noteFailure } from "../scope.ts";
import { hasCertainOrder } from "../set.ts";
import { boolType, stringType } from "../type.ts";
import { errorValue, firstUnknown, isError, literalPart, stringOf, unknownValue } from "../value.ts";
import { choose } from "./conditional.ts";
import { elementsOf, isElements } from "./iterate.ts";
import { locationOf } from "./location.ts";

interface Context {
  readonly scope: Scope;
  readonly evaluate: Evaluate;
  /** In a heredoc a `~` trims no further than its line. */
  readonly byLine: boolean;
}

export function evaluateTemplate(node: Template, scope: Scope, evaluate: Evaluate): Value {
  return evaluateParts(node.parts, node, { scope, evaluate, byLine: node.heredoc !== undefined });
}

/** The parts of a template that was read from elsewhere, such as a file. */
export function evaluateTemplateParts(
  parts: readonly TemplatePart[],
  span: Span,
  scope: Scope,
  evaluate: Evaluate,
): Value {
  return evaluateParts(parts, span, { scope, evaluate, byLine: true });
}

function evaluateParts(nodes: readonly TemplatePart[], span: Span, context: Context): Value {
  const only = nodes.length === 1 ? nodes[0] : undefined;
  return only?.kind === "TemplateInterpolation"
    ? context.evaluate(only.expression, context.scope)
    : evaluateBody(nodes, undefined, undefined, span, context);
}

/** The text that stands between the tags of a template, or what one of them is worth. */
type Piece = LiteralPart | Value;

/** The pieces as one string. An error in one of them leaves the others as they are. */
function concatenate(pieces: readonly Piece[], at: Location, { budget }: Scope): Value {
  const single = pieces.map(onlyPart);
  const parts = areApart(single) ? single : joined(pieces, budget);
  if (lengthOf(parts) > mostCharacters) {
    return unknownValue({ kind: "too large", subject: "", at }, stringType);
  }
  const text: StringValue = { kind: "string", parts, origins: [at] };
  const json = pieces.some(hasJson) ? onlyJson(pieces) : undefined;
  return json === undefined ? text : { ...text, json };
}

/** The part that the piece is, where it is just one. */
function onlyPart(piece: Piece): StringPart | undefined {
  if (piece.kind === "literal") return piece;
  return piece.kind === "string" && piece.parts.length === 1 ? piece.parts[0] : undefined;
}

function joined(pieces: readonly Piece[], budget: Scope["budget"]): readonly StringPart[] {
  const parts: StringPart[] = [];
  for (const piece of pieces) {
    if (piece.kind === "literal") append(parts, piece);
    else {
      if (isError(piece)) noteFailure(budget, piece.reason);
      for (const part of partsOf(piece)) append(parts, part);
    }
  }
  return parts.slice();
}

function hasJson(piece: Piece): boolean {
  return piece.kind === "string" && piece.json !== undefined;
}

function lengthOf(parts: readonly StringPart[]): number {
  let length = 0;
  for (const part of parts) if (part.kind === "literal") length += part.text.length;
  return length;
}

/** White space around an encoded value leaves it the same value. */
function onlyJson(pieces: readonly Piece[]): Value | undefined {
  let only: Piece | undefined;
  for (const piece of pieces) {
    if (isBlank(piece)) continue;
    if (only) return undefined;
    only = piece;
  }
  return only?.kind === "string" ? only.json : undefined;
}

function isBlank(piece: Piece): boolean {
  if (piece.kind === "literal") return !/\S/.test(piece.text);
  return piece.kind === "string" && piece.parts.every((part) => part.kind === "literal" && isBlank(part));
}

/** Letters and their accents may come from two parts; only then the parts become one. */
function append(parts: StringPart[], part: StringPart): void {
  const last = parts[parts.length - 1];
  if (part.kind !== "literal") parts.push(part);
  else if (last?.kind === "literal" && joinsInto(last, part)) {
    parts[parts.length - 1] = literalPart(last.text + part.text, last.origin);
  } else if (part.text !== "") parts.push(part);
}

function joinsInto(left: LiteralPart, right: LiteralPart): boolean {
  const text = left.text + right.text;
  return text.normalize("NFC") !== text;
}

/** The parts between two tags, or of a whole template, as one string. */
function evaluateBody(
  nodes: readonly TemplatePart[],
  open: Trim | undefined,
  close: Trim | undefined,
  span: Span,
  context: Context,
): Value {
  const pieces = nodes.map((node, index) => {
    if (node.kind !== "TemplateLiteral") return evaluateSequence(node, context);
    const before = index === 0 ? open : nodes[index - 1];
    const after = index === nodes.length - 1 ? close : nodes[index + 1];
    return literalPart(trimmed(node.value, before, after, context), locationOf(node, context.scope));
  });
  return concatenate(pieces, locationOf(span, context.scope), context.scope);
}

function evaluateSequence(node: Exclude<TemplatePart, TemplateLiteral>, context: Context): Value {
  switch (node.kind) {
    case "TemplateInterpolation":
      return asText(context.evaluate(node.expression, context.scope), node, context.scope);
    case "TemplateIf":
      return evaluateIf(node, context);
    case "TemplateFor":
      return evaluateForDirective(node, context);
  }
}

function asText(value: Value, node: Span, scope: Scope): Value {
  if (value.kind === "string" || isError(value)) return value;
  const at = locationOf(node, scope);
  if (value.kind === "null") return errorValue("Cannot include a null value in a string template.", at);
  if (value.kind === "reference") return unknownText(value.reason, at);
  const text = convert(value, stringType);
  if (isError(text))
    return errorValue("Cannot include the given value in a string template: string required.", at);
  return text.kind === "unknown" ? unknownText(text.reason, at, text.choice) : text;
}

function unknownText(reason: UnknownReason, at: Location, choice?: Choice): Value {
  return stringOf(openParts({ reason, origin: at }, choice), [at]);
}

function evaluateIf(node: TemplateIf, context: Context): Value {
  const at = locationOf(node, context.scope);
  const { failures } = context.scope.budget;
  const before = failures.length;
  const then = evaluateBody(node.then, node.ifTag, node.elseTag ?? node.endTag, node, context);
  const thenFailures = failures.splice(before);
  const otherwise = evaluateBody(node.otherwise, node.elseTag, node.endTag, node, context);
  const otherwiseFailures = failures.splice(before);
  const condition = convert(context.evaluate(node.condition, context.scope), boolType);
  if (condition.kind === "bool") failures.push(...(condition.value ? thenFailures : otherwiseFailures));
  return asText(choose(condition, then, otherwise, at), node, context.scope);
}

function evaluateForDirective(node: TemplateFor, context: Context): Value {
  const at = locationOf(node, context.scope);
  const collection = context.evaluate(node.collection, context.scope);
  const elements = elementsOf(collection, at);
  if (!isElements(elements)) {
    return isError(elements) || elements.kind !== "unknown" ? elements : unknownText(elements.reason, at);
  }
  const open =
    "elements" in collection && !hasCertainOrder(collection) ? firstUnknown(collection) : undefined;
  if (open) return unknownText(open, at);
  const values = elements.map(({ key, value }) => {
    const names = new Map<string, Value>();
    if (node.keyName !== undefined) names.set(node.keyName.name, key);
    if (node.valueName !== undefined) names.set(node.valueName.name, value);
    const inner = { ...context, scope: childScope(context.scope, names) };
    return evaluateBody(node.parts, node.forTag, node.endTag, node, inner);
  });
  return concatenate(values, at, context.scope);
}

/** The literal without the white space that the `~` of its neighbours takes away. */
function trimmed(
  text: string,
  before: TemplatePart | Trim | undefined,
  after: TemplatePart | Trim | undefined,
  { byLine }: Context,
): string {
  let result = text;
  if (trimsAfter(before)) result = byLine ? trimFirstLine(result) : result.trimStart();
  if (trimsBefore(after)) result = byLine ? trimLastLine(result) : result.trimEnd();
  return result;
}

function trimFirstLine(text: string): string {
  const end = text.indexOf("\n") + 1 || text.length;
  return text.slice(0, end).trimStart() + text.slice(end);
}

function trimLastLine(text: string): string {
  const start = text.slice(0, -1).lastIndexOf("\n") + 1;
  return text.slice(0, start) + text.slice(start).trimEnd();
}

/** True when the neighbour in front ends with a `~`. */
function trimsAfter(part: TemplatePart | Trim | undefined): boolean {
  if (part === undefined) return false;
  if (!("kind" in part)) return part.trimEnd;
  switch (part.kind) {
    case "TemplateLiteral":
      return false;
    case "TemplateInterpolation":
      return part.trimEnd;
    default:
      return part.endTag?.trimEnd ?? false;
  }
}

/** True when the neighbour behind begins with a `~`. */
function trimsBefore(part: TemplatePart | Trim | undefined): boolean {
  if (part === undefined) return false;
  if (!("kind" in part)) return part.trimStart;
  switch (part.kind) {
    case "TemplateLiteral":
      return false;
    case "TemplateInterpolation":
      return part.trimStart;
    case "TemplateIf":
      return part.ifTag.trimStart;
    case "TemplateFor":
      return part.forTag.trimStart;
  }
}
