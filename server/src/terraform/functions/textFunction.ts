/** Functions of one known string that cannot fail. */
import type { FunctionDefinition } from "./definition.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { text } from "./parameters.ts";

export function textFunction(change: (text: string) => string, name = "str"): FunctionDefinition {
  return {
    parameters: [text(name)],
    result: stringType,
    call: (args) => stringValue(change(args.text(0))),
  };
}
