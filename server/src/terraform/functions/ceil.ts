/** `ceil(number)`: https://developer.hashicorp.com/terraform/language/functions/ceil */
import type { FunctionDefinition } from "./definition.ts";
import { ceiling } from "../bigFloat.ts";
import { numberType } from "../type.ts";
import { numberValue } from "../value.ts";
import { number } from "./parameters.ts";

export const ceil: FunctionDefinition = {
  parameters: [number("num")],
  result: numberType,
  call: (args) => numberValue(ceiling(args.number(0))),
};
