/** `setintersection(set, …)`: https://developer.hashicorp.com/terraform/language/functions/setintersection */
import { isIn, setOperation } from "./setOperation.ts";

export const setintersection = setOperation((a, b) => a.filter((item) => isIn(b, item)), "many", true);
