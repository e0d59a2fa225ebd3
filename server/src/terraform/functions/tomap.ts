/** `tomap(value)`: https://developer.hashicorp.com/terraform/language/functions/tomap */
import { dynamicType, mapType } from "../type.ts";
import { conversionFunction } from "./conversionFunction.ts";

export const tomap = conversionFunction(mapType(dynamicType));
