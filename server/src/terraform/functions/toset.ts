/** `toset(value)`: https://developer.hashicorp.com/terraform/language/functions/toset */
import { dynamicType, setType } from "../type.ts";
import { conversionFunction } from "./conversionFunction.ts";

export const toset = conversionFunction(setType(dynamicType));
