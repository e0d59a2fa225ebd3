/** `setunion(set, …)`: https://developer.hashicorp.com/terraform/language/functions/setunion */
import { setOperation } from "./setOperation.ts";

export const setunion = setOperation((a, b) => [...a, ...b], "many", false);
