/** `base64encode(text)`: https://developer.hashicorp.com/terraform/language/functions/base64encode */
import { base64, utf8 } from "../formats/bytes.ts";
import { textFunction } from "./textFunction.ts";

export const base64encode = textFunction((text) => base64(utf8(text)));
