/** `jsonencode(value)`: https://developer.hashicorp.com/terraform/language/functions/jsonencode */
import type { FunctionDefinition } from "./definition.ts";
import { jsonParts } from "../formats/jsonEncode.ts";
import { stringType } from "../type.ts";
import { encodedString } from "../value.ts";
import { anything } from "./parameters.ts";

/** The text remembers the value, since it cannot hold where everything came from. */
export const jsonencode: FunctionDefinition = {
  parameters: [anything("val")],
  result: stringType,
  call: (args) => encodedString(args.value(0), () => jsonParts(args.value(0))),
};
