/** Functions that convert to a type: `tostring`, `tolist` and their like. */
import type { Type } from "../type.ts";
import type { FunctionDefinition } from "./definition.ts";
import { convert } from "../convert.ts";
import { anything } from "./parameters.ts";

export function conversionFunction(type: Type): FunctionDefinition {
  return { parameters: [anything("v")], result: type, call: (args) => convert(args.value(0), type) };
}
