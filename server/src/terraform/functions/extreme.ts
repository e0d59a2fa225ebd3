/** The number that comes before or after all others. */
import type { FunctionDefinition } from "./definition.ts";
import type { NumberValue } from "../value.ts";
import { compare } from "../bigFloat.ts";
import { numberType } from "../type.ts";
import { number } from "./parameters.ts";
import { failure } from "./result.ts";

export function extreme(isBetter: (order: number) => boolean): FunctionDefinition {
  return {
    parameters: [],
    rest: number("numbers"),
    result: numberType,
    call(args) {
      let best: NumberValue | undefined;
      for (const value of args.values) {
        if (value.kind !== "number") continue;
        if (best === undefined || isBetter(compare(value.value, best.value))) best = value;
      }
      return best ?? failure("must pass at least one number");
    },
  };
}
