/** `sort(list)`: https://developer.hashicorp.com/terraform/language/functions/sort */
import type { FunctionDefinition } from "./definition.ts";
import { inAnyOrder } from "../segments.ts";
import { listType, stringType } from "../type.ts";
import { asKnownString, compareText, firstUnknown, listValue } from "../value.ts";
import { shaped } from "./parameters.ts";
import { failure } from "./result.ts";

export const sort: FunctionDefinition = {
  parameters: [shaped("list", listType(stringType))],
  result: listType(stringType),
  call(args) {
    const elements = args.elements(0);
    if (elements.some((item) => item.kind === "null")) return failure("a null string cannot be sorted");
    const given = listValue(stringType, elements);
    const open = elements.length > 1 ? firstUnknown(given) : undefined;
    if (open) return inAnyOrder(given, open);
    const sorted = [...elements].sort((a, b) => compareText(asKnownString(a) ?? "", asKnownString(b) ?? ""));
    return listValue(stringType, sorted);
  },
};
