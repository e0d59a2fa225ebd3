/** `sort(list)`: https://developer.hashicorp.com/terraform/language/functions/sort */
import type { FunctionDefinition } from "./definition.ts";
import { listType, stringType } from "../type.ts";
import { asKnownString, compareText, listValue } from "../value.ts";
import { shaped } from "./parameters.ts";
import { failure, undecided } from "./result.ts";

export const sort: FunctionDefinition = {
  parameters: [shaped("list", listType(stringType))],
  result: listType(stringType),
  call(args) {
    const elements = args.elements(0);
    const open = elements.filter((item) => item.kind !== "null" && asKnownString(item) === undefined);
    if (open.length > 0) return undecided(open, listType(stringType));
    if (elements.some((item) => item.kind === "null")) return failure("a null string cannot be sorted");
    const sorted = [...elements].sort((a, b) => compareText(asKnownString(a) ?? "", asKnownString(b) ?? ""));
    return listValue(stringType, sorted);
  },
};
