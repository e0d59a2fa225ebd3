/** Functions that change nothing but marks, which are not part of these values. */
import type { FunctionDefinition } from "./definition.ts";
import { dynamicType } from "../type.ts";
import { anything } from "./parameters.ts";

export const identityFunction: FunctionDefinition = {
  parameters: [anything("value")],
  result: dynamicType,
  call: (args) => args.value(0),
};
