/** `setsubtract(a, b)`: https://developer.hashicorp.com/terraform/language/functions/setsubtract */
import { isIn, setOperation } from "./setOperation.ts";

export const setsubtract = setOperation((a, b) => a.filter((item) => !isIn(b, item)), "two", true);
