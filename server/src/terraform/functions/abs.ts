/** `abs(number)`: https://developer.hashicorp.com/terraform/language/functions/abs */
import type { FunctionDefinition } from "./definition.ts";
import { absolute } from "../bigFloat.ts";
import { numberType } from "../type.ts";
import { numberValue } from "../value.ts";
import { number } from "./parameters.ts";

export const abs: FunctionDefinition = {
  parameters: [number("num")],
  result: numberType,
  call: (args) => numberValue(absolute(args.number(0))),
};
