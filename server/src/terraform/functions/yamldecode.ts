/** `yamldecode(text)`: https://developer.hashicorp.com/terraform/language/functions/yamldecode */
import type { FunctionDefinition } from "./definition.ts";
import { decodeYaml } from "../formats/yamlDecode.ts";
import { dynamicType } from "../type.ts";
import { text } from "./parameters.ts";
import { failure } from "./result.ts";

export const yamldecode: FunctionDefinition = {
  parameters: [text("src")],
  result: dynamicType,
  call: (args) => decodeYaml(args.text(0)) ?? failure("the text is no YAML that Terraform reads"),
};
