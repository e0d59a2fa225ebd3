/** `tonumber(value)`: https://developer.hashicorp.com/terraform/language/functions/tonumber */
import { numberType } from "../type.ts";
import { conversionFunction } from "./conversionFunction.ts";

export const tonumber = conversionFunction(numberType);
