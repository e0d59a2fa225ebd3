/** `chomp(text)`: https://developer.hashicorp.com/terraform/language/functions/chomp */
import { endsFunction } from "./endsFunction.ts";

export const chomp = endsFunction("chomp", { end: /[\r\n]+$/ });
