/** `tolist(value)`: https://developer.hashicorp.com/terraform/language/functions/tolist */
import { dynamicType, listType } from "../type.ts";
import { conversionFunction } from "./conversionFunction.ts";

export const tolist = conversionFunction(listType(dynamicType));
