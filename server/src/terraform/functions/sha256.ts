/** `sha256(text)`: https://developer.hashicorp.com/terraform/language/functions/sha256 */
import { utf8 } from "../formats/bytes.ts";
import { hexSha256 } from "./hashes.ts";
import { textFunction } from "./textFunction.ts";

export const sha256 = textFunction((text) => hexSha256(utf8(text)));
