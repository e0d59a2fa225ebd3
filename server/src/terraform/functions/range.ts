/** `range(limit)`, `range(start, limit, step)`: https://developer.hashicorp.com/terraform/language/functions/range */
import type { FunctionDefinition } from "./definition.ts";
import type { BigFloat } from "../bigFloat.ts";
import { add, compare, fromInteger, zero } from "../bigFloat.ts";
import { listType, numberType } from "../type.ts";
import { listValue, numberValue } from "../value.ts";
import { number } from "./parameters.ts";
import { failure } from "./result.ts";

const mostNumbers = 1024;

export const range: FunctionDefinition = {
  parameters: [],
  rest: number("params"),
  result: listType(numberType),
  call(args) {
    if (args.count === 0 || args.count > 3) return failure("must have one, two, or three arguments");
    const start = args.count === 1 ? zero : args.number(0);
    const limit = args.number(args.count === 1 ? 0 : 1);
    const down = compare(limit, start) < 0;
    const step = args.count === 3 ? args.number(2) : fromInteger(down ? -1 : 1);
    if (compare(start, limit) === 0) return listValue(numberType, []);
    if (step.mantissa === 0n) return failure("step must not be zero");
    if (down !== step.mantissa < 0n) return failure(wrongDirection(down));
    const numbers = count(start, limit, step);
    return numbers === undefined
      ? failure("more than 1024 values were generated")
      : listValue(
          numberType,
          numbers.map((value) => numberValue(value)),
        );
  },
};

function wrongDirection(down: boolean): string {
  return `${down ? "end must be less than start" : "end must be greater than start"} when step is not`;
}

function count(start: BigFloat, limit: BigFloat, step: BigFloat): readonly BigFloat[] | undefined {
  const numbers: BigFloat[] = [];
  const direction = step.mantissa < 0n ? -1 : 1;
  for (let value = start; compare(limit, value) === direction; value = add(value, step)) {
    if (numbers.length === mostNumbers) return undefined;
    numbers.push(value);
  }
  return numbers;
}
