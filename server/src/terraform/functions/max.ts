/** `max(number, …)`: https://developer.hashicorp.com/terraform/language/functions/max */
import { extreme } from "./extreme.ts";

export const max = extreme((order) => order > 0);
