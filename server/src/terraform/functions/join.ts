/** `join(separator, list, …)`: https://developer.hashicorp.com/terraform/language/functions/join */
import type { FunctionDefinition } from "./definition.ts";
import { joinStrings, partsOf } from "../parts.ts";
import { listType, stringType } from "../type.ts";
import { stringOf } from "../value.ts";
import { shaped, symbolicText } from "./parameters.ts";
import { failure } from "./result.ts";

export const join: FunctionDefinition = {
  parameters: [symbolicText("separator")],
  rest: shaped("lists", listType(stringType)),
  result: stringType,
  call(args) {
    if (args.count < 2) return failure("at least one list is required");
    const items = args.from(1).flatMap((list) => ("elements" in list ? list.elements : []));
    if (items.some((item) => item.kind === "null")) return failure("cannot concatenate null values");
    const strings = items.map((item) => stringOf(partsOf(item), item.origins));
    return joinStrings(strings, args.string(0));
  },
};
