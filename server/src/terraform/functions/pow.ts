/** `pow(number, power)`: https://developer.hashicorp.com/terraform/language/functions/pow */
import type { FunctionDefinition } from "./definition.ts";
import { toDouble } from "../bigFloat.ts";
import { power } from "../formats/power.ts";
import { numberType } from "../type.ts";
import { number } from "./parameters.ts";
import { doubleResult, unsupported } from "./result.ts";

export const pow: FunctionDefinition = {
  parameters: [number("num"), number("power")],
  result: numberType,
  call(args) {
    const [base, exponent] = [toDouble(args.number(0)), toDouble(args.number(1))];
    const result = power(base, exponent);
    return result === "inexact" ? unsupported("pow") : doubleResult(result);
  },
};
