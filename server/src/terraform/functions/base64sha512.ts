/** `base64sha512(text)`: https://developer.hashicorp.com/terraform/language/functions/base64sha512 */
import { utf8 } from "../formats/bytes.ts";
import { base64Sha512 } from "./hashes.ts";
import { textFunction } from "./textFunction.ts";

export const base64sha512 = textFunction((text) => base64Sha512(utf8(text)));
