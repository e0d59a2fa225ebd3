/** `yamlencode(value)`: https://developer.hashicorp.com/terraform/language/functions/yamlencode */
import type { FunctionDefinition } from "./definition.ts";
import { encodeYaml } from "../formats/yamlEncode.ts";
import { dynamicType, stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { unsupported } from "./result.ts";

export const yamlencode: FunctionDefinition = {
  parameters: [{ name: "value", type: dynamicType, nullable: true }],
  result: stringType,
  call(args) {
    const text = encodeYaml(args.value(0));
    return text === undefined ? unsupported("yamlencode") : stringValue(text);
  },
};
