/** The character encodings that configurations use: UTF-8 and UTF-16. */
import { fromUtf8, utf8 } from "./bytes.ts";

type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE";

function encodingNamed(name: string): Encoding | undefined {
  const upper = name.toUpperCase();
  return upper === "UTF-8" || upper === "UTF-16LE" || upper === "UTF-16BE" ? upper : undefined;
}

/** Undefined where the text cannot be written in the encoding. */
export function encodeText(text: string, name: string): Uint8Array | "not supported" | undefined {
  const encoding = encodingNamed(name);
  if (encoding === undefined) return "not supported";
  if (encoding === "UTF-8") return utf8(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), encoding === "UTF-16LE");
  }
  return bytes;
}

/** Undefined where the bytes mean nothing in the encoding. */
export function decodeText(
  bytes: Uint8Array,
  name: string,
): { readonly text: string } | "not supported" | undefined {
  const encoding = encodingNamed(name);
  if (encoding === undefined) return "not supported";
  const text = encoding === "UTF-8" ? fromUtf8(bytes) : fromUtf16(bytes, encoding === "UTF-16LE");
  return text === undefined || text.includes("\ufffd") ? undefined : { text };
}

function fromUtf16(bytes: Uint8Array, little: boolean): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = "";
  for (let offset = 0; offset < bytes.length; offset += 2)
    text += String.fromCharCode(view.getUint16(offset, little));
  return /\p{Surrogate}/u.test(text) ? undefined : text;
}
