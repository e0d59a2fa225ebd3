/** `sensitive(value)`: https://developer.hashicorp.com/terraform/language/functions/sensitive */
export { identityFunction as sensitive } from "./identityFunction.ts";
