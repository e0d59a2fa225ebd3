/** `sha512(text)`: https://developer.hashicorp.com/terraform/language/functions/sha512 */
import { utf8 } from "../formats/bytes.ts";
import { hexSha512 } from "./hashes.ts";
import { textFunction } from "./textFunction.ts";

export const sha512 = textFunction((text) => hexSha512(utf8(text)));
