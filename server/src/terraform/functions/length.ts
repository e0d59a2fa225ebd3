/** `length(value)`: https://developer.hashicorp.com/terraform/language/functions/length */
import type { FunctionDefinition } from "./definition.ts";
import type { SequenceValue, Value } from "../value.ts";
import { graphemes } from "../formats/graphemes.ts";
import { hasCertainSize } from "../set.ts";
import { numberType } from "../type.ts";
import { shaped } from "./parameters.ts";
import { failure, integerResult, undecided } from "./result.ts";

export const length: FunctionDefinition = {
  parameters: [shaped("value")],
  result: numberType,
  call(args) {
    const value = args.value(0);
    switch (value.kind) {
      case "string":
        return integerResult(graphemes(args.text(0)).length);
      case "list":
      case "set":
        return sizeOf(value);
      case "tuple":
        return integerResult(value.elements.length);
      case "map":
      case "object":
        return integerResult(value.entries.size);
      default:
        return failure("argument must be a string, a collection type, or a structural type");
    }
  },
};

function sizeOf(value: SequenceValue): Value {
  return hasCertainSize(value) ? integerResult(value.elements.length) : undecided([value], numberType);
}
