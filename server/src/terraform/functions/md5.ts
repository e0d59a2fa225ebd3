/** `md5(text)`: https://developer.hashicorp.com/terraform/language/functions/md5 */
import { utf8 } from "../formats/bytes.ts";
import { hexMd5 } from "./hashes.ts";
import { textFunction } from "./textFunction.ts";

export const md5 = textFunction((text) => hexMd5(utf8(text)));
