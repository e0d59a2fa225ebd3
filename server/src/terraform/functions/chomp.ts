/** `chomp(text)`: https://developer.hashicorp.com/terraform/language/functions/chomp */
import { textFunction } from "./textFunction.ts";

export const chomp = textFunction((text) => text.replace(/[\r\n]+$/, ""));
