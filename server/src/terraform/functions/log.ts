/** `log(number, base)`: https://developer.hashicorp.com/terraform/language/functions/log */
import type { FunctionDefinition } from "./definition.ts";
import { toDouble } from "../bigFloat.ts";
import { numberType } from "../type.ts";
import { number } from "./parameters.ts";
import { doubleResult } from "./result.ts";

export const log: FunctionDefinition = {
  parameters: [number("num"), number("base")],
  result: numberType,
  call: (args) => doubleResult(Math.log(toDouble(args.number(0))) / Math.log(toDouble(args.number(1)))),
};
