/** Strings as sequences of parts: taking them apart and putting them together. */
import type { Location } from "../base/location.ts";
import type { LiteralPart, StringPart, StringValue, Value } from "./value.ts";
import { openParts } from "./choice.ts";
import { convert } from "./convert.ts";
import { stringType } from "./type.ts";
import { literalPart, stringOf } from "./value.ts";

/** What the value contributes to a string; one unknown part where it is not known to be a string. */
export function partsOf(value: Value): readonly StringPart[] {
  const text = convert(value, stringType);
  if (text.kind === "string") return text.parts;
  if (text.kind === "unknown")
    return openParts({ reason: text.reason, origin: text.origins[0] }, text.choice);
  return [];
}

/** Whether they are a string as they are: none is missing or empty, and no texts stand side by side. */
export function areApart<Part extends { readonly kind: string; readonly text?: string }>(
  parts: readonly (Part | undefined)[],
): parts is readonly Part[] {
  let before: Part | undefined;
  for (const part of parts) {
    if (!part || (part.kind === "literal" && (part.text === "" || before?.kind === "literal"))) return false;
    before = part;
  }
  return true;
}

/** With the texts that stand side by side as one each, without their places. */
export function joinLiterals(parts: readonly StringPart[]): readonly StringPart[] {
  const joined: StringPart[] = [];
  let text = "";
  for (const part of parts) {
    if (part.kind === "literal") {
      text += part.text;
      continue;
    }
    if (text !== "") joined.push(literalPart(text));
    text = "";
    joined.push(part);
  }
  return text === "" ? joined : [...joined, literalPart(text)];
}

/** The text from one offset to another, with its place as narrow as it can be told. */
export function sliceLiteral(part: LiteralPart, start: number, end = part.text.length): LiteralPart {
  return literalPart(part.text.slice(start, end), narrow(part, start, end));
}

function narrow({ text, origin }: LiteralPart, start: number, end: number): Location | undefined {
  if (origin === undefined || origin.span.end - origin.span.start !== text.length) return origin;
  return { uri: origin.uri, span: { start: origin.span.start + start, end: origin.span.start + end } };
}

/** The strings with the separator between them. */
export function joinStrings(strings: readonly StringValue[], separator: StringValue): StringValue {
  const parts = strings.flatMap((string, index) =>
    index === 0 ? string.parts : [...separator.parts, ...string.parts],
  );
  return stringOf(parts);
}

/** A string made by applying the function to every literal part; only for what works letter by letter. */
export function mapLiterals(value: StringValue, change: (text: string) => string): StringValue {
  const parts = value.parts.map((part) =>
    part.kind === "literal" ? literalPart(change(part.text), part.origin) : part,
  );
  return stringOf(parts, value.origins);
}
