/** `concat(list, …)`: https://developer.hashicorp.com/terraform/language/functions/concat */
import type { FunctionDefinition } from "./definition.ts";
import type { Value } from "../value.ts";
import { convert } from "../convert.ts";
import { dynamicType } from "../type.ts";
import { unify } from "../unify.ts";
import { isError, listValue, tupleValue, typeOf } from "../value.ts";
import { shaped } from "./parameters.ts";
import { failure } from "./result.ts";

export const concat: FunctionDefinition = {
  parameters: [],
  rest: shaped("seqs"),
  result: dynamicType,
  call(args) {
    if (args.count === 0) return failure("at least one argument is required");
    if (args.values.some((value) => value.kind !== "list" && value.kind !== "tuple")) {
      return failure("all arguments must be lists or tuples");
    }
    const elements = args.values.flatMap((_, index) => args.elements(index));
    return concatLists(args.values) ?? tupleValue(elements);
  },
};

/** Lists that have a type in common stay a list. */
function concatLists(lists: readonly Value[]): Value | undefined {
  if (lists.some((list) => list.kind !== "list")) return undefined;
  const type = unify(lists.map(typeOf));
  if (type?.kind !== "list") return undefined;
  const converted = lists.map((list) => convert(list, type));
  return (
    converted.find(isError) ??
    listValue(
      type.element,
      converted.flatMap((list) => ("elements" in list ? list.elements : [])),
    )
  );
}
