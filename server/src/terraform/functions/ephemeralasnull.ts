/** `ephemeralasnull(value)`: https://developer.hashicorp.com/terraform/language/functions/ephemeralasnull */
export { identityFunction as ephemeralasnull } from "./identityFunction.ts";
