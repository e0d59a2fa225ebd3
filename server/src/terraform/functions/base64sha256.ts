/** `base64sha256(text)`: https://developer.hashicorp.com/terraform/language/functions/base64sha256 */
import { utf8 } from "../formats/bytes.ts";
import { base64Sha256 } from "./hashes.ts";
import { textFunction } from "./textFunction.ts";

export const base64sha256 = textFunction((text) => base64Sha256(utf8(text)));
