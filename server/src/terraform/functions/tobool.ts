/** `tobool(value)`: https://developer.hashicorp.com/terraform/language/functions/tobool */
import { boolType } from "../type.ts";
import { conversionFunction } from "./conversionFunction.ts";

export const tobool = conversionFunction(boolType);
