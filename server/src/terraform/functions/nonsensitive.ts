/** `nonsensitive(value)`: https://developer.hashicorp.com/terraform/language/functions/nonsensitive */
export { identityFunction as nonsensitive } from "./identityFunction.ts";
