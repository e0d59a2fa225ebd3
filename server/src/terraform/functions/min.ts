/** `min(number, …)`: https://developer.hashicorp.com/terraform/language/functions/min */
import { extreme } from "./extreme.ts";

export const min = extreme((order) => order < 0);
