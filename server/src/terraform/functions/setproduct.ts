/** `setproduct(set, …)`: https://developer.hashicorp.com/terraform/language/functions/setproduct */
import type { Type } from "../type.ts";
import type { Value } from "../value.ts";
import type { FunctionDefinition } from "./definition.ts";
import { convert } from "../convert.ts";
import { mostElements } from "../scope.ts";
import { setValue } from "../set.ts";
import { dynamicType, tupleType } from "../type.ts";
import { unify } from "../unify.ts";
import { listValue, tupleValue, typeOf } from "../value.ts";
import { shaped } from "./parameters.ts";
import { failure, tooLarge } from "./result.ts";

export const setproduct: FunctionDefinition = {
  parameters: [],
  rest: shaped("sets"),
  result: dynamicType,
  call(args) {
    if (args.count < 2) return failure("at least two arguments are required");
    const types: Type[] = [];
    let total = 1;
    for (const value of args.values) {
      if (!("elements" in value)) return failure("a set or a list is required");
      const type = value.kind === "tuple" ? commonType(value.elements) : value.elementType;
      if (type === undefined) return failure("all elements must be of the same type");
      types.push(type);
      total *= value.elements.length;
    }
    if (total > mostElements) return tooLarge("setproduct", dynamicType);
    const sources = args.values.map((_, position) => args.elements(position));
    const rows = combinations(sources, types).map((row) => tupleValue(row));
    const isSet = args.values.some((value) => value.kind === "set");
    return isSet ? setValue(tupleType(types), rows) : listValue(tupleType(types), rows);
  },
};

function commonType(elements: readonly Value[]): Type | undefined {
  return elements.length === 0 ? dynamicType : unify(elements.map(typeOf));
}

function combinations(
  sources: readonly (readonly Value[])[],
  types: readonly Type[],
): readonly (readonly Value[])[] {
  let rows: readonly (readonly Value[])[] = [[]];
  for (const [position, source] of sources.entries()) {
    const type = types[position] ?? dynamicType;
    const elements = source.map((element) => convert(element, type));
    rows = rows.flatMap((row) => elements.map((element) => [...row, element]));
  }
  return rows;
}
