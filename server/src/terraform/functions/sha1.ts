/** `sha1(text)`: https://developer.hashicorp.com/terraform/language/functions/sha1 */
import { utf8 } from "../formats/bytes.ts";
import { hexSha1 } from "./hashes.ts";
import { textFunction } from "./textFunction.ts";

export const sha1 = textFunction((text) => hexSha1(utf8(text)));
