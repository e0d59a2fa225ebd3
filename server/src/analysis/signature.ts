/** A text that is equal for strings that are equal whatever their symbols stand for. */
import { convert } from "../terraform/convert.ts";
import type { Rename } from "../terraform/renameSymbols.ts";
import { stringType } from "../terraform/type.ts";
import type { StringPart, Value } from "../terraform/value.ts";

/** Parts without a name are never equal to anything: ask for them first. */
export function signatureOf(parts: readonly StringPart[]): string {
  let text = "";
  for (const part of parts) {
    if (part.kind === "literal") text += part.text;
    else text += part.kind === "symbol" ? symbolSignature(part.symbol.id) : "\u0001";
  }
  return text;
}

/** That of a text which is nothing but the symbol. */
export function symbolSignature(id: string): string {
  return `\u0000${id}\u0000`;
}

/** The signature of the same text where its symbols have other names. */
export function renameSignature(signature: string, rename: Rename): string {
  return signature.replaceAll(/\u0000([^\u0000]*)\u0000/g, (_, id: string) => symbolSignature(rename(id)));
}

/** The signature of a value as text; undefined where nothing can be said of a part of it. */
export function identityOf(value: Value | undefined): string | undefined {
  const text = value && convert(value, stringType);
  if (text?.kind !== "string" || text.parts.some(({ kind }) => kind === "unknown")) return undefined;
  return signatureOf(text.parts);
}
