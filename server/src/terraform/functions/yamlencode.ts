/** `yamlencode(value)`: https://developer.hashicorp.com/terraform/language/functions/yamlencode */
import type { FunctionDefinition } from "./definition.ts";
import { encodeYaml } from "../formats/yamlEncode.ts";
import { dynamicType, stringType } from "../type.ts";
import { stringValue } from "../value.ts";

export const yamlencode: FunctionDefinition = {
  parameters: [{ name: "value", type: dynamicType, nullable: true }],
  result: stringType,
  call: (args) => stringValue(encodeYaml(args.value(0))),
};
