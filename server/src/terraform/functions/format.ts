/** `format(text, value, …)`: https://developer.hashicorp.com/terraform/language/functions/format */
import type { FunctionDefinition } from "./definition.ts";
import { formatParts } from "../formats/format.ts";
import { stringType } from "../type.ts";
import { isBareNull, stringOf } from "../value.ts";
import { anything, text } from "./parameters.ts";
import { failure, undecided } from "./result.ts";

export const format: FunctionDefinition = {
  parameters: [text("format")],
  rest: anything("args"),
  result: stringType,
  call(args) {
    if (args.from(1).some(isBareNull)) return undecided(args.values, stringType);
    const template = args.string(0);
    const formatted = formatParts(args.text(0), args.from(1), template.origins[0]);
    return typeof formatted === "string" ? failure(formatted) : stringOf(formatted);
  },
};
