/** `tostring(value)`: https://developer.hashicorp.com/terraform/language/functions/tostring */
import { stringType } from "../type.ts";
import { conversionFunction } from "./conversionFunction.ts";

export const tostring = conversionFunction(stringType);
