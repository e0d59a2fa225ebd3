/** A text that is equal for strings that are equal whatever their symbols stand for. */
import type { StringPart, Value } from "../terraform/value.ts";

/** Parts without a name are never equal to anything: ask for them first. */
export function signatureOf(parts: readonly StringPart[]): string {
  let text = "";
  for (const part of parts) {
    if (part.kind === "literal") text += part.text;
    else text += part.kind === "symbol" ? `\u0000${part.symbol.id}\u0000` : "\u0001";
  }
  return text;
}

/** The signature of a string; undefined where nothing can be said of a part of it. */
export function identityOf(value: Value | undefined): string | undefined {
  if (value?.kind !== "string" || value.parts.some(({ kind }) => kind === "unknown")) return undefined;
  return signatureOf(value.parts);
}
