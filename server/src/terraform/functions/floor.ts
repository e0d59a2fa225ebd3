/** `floor(number)`: https://developer.hashicorp.com/terraform/language/functions/floor */
import type { FunctionDefinition } from "./definition.ts";
import { floorOf } from "../bigFloat.ts";
import { numberType } from "../type.ts";
import { numberValue } from "../value.ts";
import { number } from "./parameters.ts";

export const floor: FunctionDefinition = {
  parameters: [number("num")],
  result: numberType,
  call: (args) => numberValue(floorOf(args.number(0))),
};
