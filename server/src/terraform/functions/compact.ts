/** `compact(list)`: https://developer.hashicorp.com/terraform/language/functions/compact */
import type { FunctionDefinition } from "./definition.ts";
import { mayBeNull } from "../equal.ts";
import { listType, stringType } from "../type.ts";
import { asKnownString, listValue } from "../value.ts";
import { shaped } from "./parameters.ts";
import { undecided } from "./result.ts";

export const compact: FunctionDefinition = {
  parameters: [shaped("list", listType(stringType))],
  result: listType(stringType),
  call(args) {
    const elements = args.elements(0);
    const open = elements.filter((item) => mayBeNull(item) || item.kind === "reference");
    if (open.length > 0) return undecided(open, listType(stringType));
    const kept = elements.filter((item) => item.kind !== "null" && asKnownString(item) !== "");
    return listValue(stringType, kept);
  },
};
