/** `urlencode(text)`: https://developer.hashicorp.com/terraform/language/functions/urlencode */
import { utf8 } from "../formats/bytes.ts";
import { textFunction } from "./textFunction.ts";

const unreserved = /^[A-Za-z0-9\-_.~]$/;

export const urlencode = textFunction((text) =>
  Array.from(utf8(text), (byte) => {
    const character = String.fromCharCode(byte);
    if (unreserved.test(character)) return character;
    return byte === 0x20 ? "+" : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join(""),
);
