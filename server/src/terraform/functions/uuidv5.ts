/** `uuidv5(namespace, name)`: https://developer.hashicorp.com/terraform/language/functions/uuidv5 */
import type { FunctionDefinition } from "./definition.ts";
import { sha1 } from "@noble/hashes/legacy.js";
import { hex, utf8 } from "../formats/bytes.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { text } from "./parameters.ts";
import { failure } from "./result.ts";

/** RFC 4122, appendix C. */
const namespaces: ReadonlyMap<string, string> = new Map([
  ["dns", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"],
  ["url", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"],
  ["oid", "6ba7b812-9dad-11d1-80b4-00c04fd430c8"],
  ["x500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8"],
]);

const written =
  /^(?:urn:uuid:|\{)?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/i;

export const uuidv5: FunctionDefinition = {
  parameters: [text("namespace"), text("name")],
  result: stringType,
  call(args) {
    const namespace = written.exec(namespaces.get(args.text(0)) ?? args.text(0));
    if (namespace === null)
      return failure("the namespace is neither a UUID nor one of dns, url, oid and x500");
    const prefix = bytesOf(namespace.slice(1).join(""));
    const digest = sha1(new Uint8Array([...prefix, ...utf8(args.text(1))])).slice(0, 16);
    return stringValue(format(digest));
  },
};

function bytesOf(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** With the bits that say version 5 and variant 1. */
function format(digest: Uint8Array): string {
  const bytes = Uint8Array.from(digest, (byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x50;
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  });
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
