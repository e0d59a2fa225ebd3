/** `signum(number)`: https://developer.hashicorp.com/terraform/language/functions/signum */
import type { FunctionDefinition } from "./definition.ts";
import { numberType } from "../type.ts";
import { number } from "./parameters.ts";
import { integerResult, notWhole } from "./result.ts";

export const signum: FunctionDefinition = {
  parameters: [number("num")],
  result: numberType,
  call(args) {
    const value = args.integer(0);
    return value === undefined ? notWhole : integerResult(Math.sign(value));
  },
};
