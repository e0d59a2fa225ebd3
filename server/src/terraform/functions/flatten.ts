/** `flatten(list)`: https://developer.hashicorp.com/terraform/language/functions/flatten */
import type { FunctionDefinition } from "./definition.ts";
import type { Value } from "../value.ts";
import { mostElements } from "../scope.ts";
import { flattenSegments, inOrderOf } from "../segments.ts";
import { dynamicType } from "../type.ts";
import { tupleValue, unknownValue } from "../value.ts";
import { shaped } from "./parameters.ts";
import { failure, tooLarge } from "./result.ts";

export const flatten: FunctionDefinition = {
  parameters: [shaped("list")],
  result: dynamicType,
  call(args) {
    const list = args.value(0);
    if (!("elements" in list)) return failure("can only flatten lists, sets and tuples");
    const flat: Value[] = [];
    const open = collect(list.elements, flat);
    if (open !== undefined) return flattenSegments(unknownValue(open.reason, dynamicType), list);
    return flat.length > mostElements ? tooLarge("flatten", dynamicType) : inOrderOf(list, tupleValue(flat));
  },
};

/** Returns an element that may be a list or not, so that nothing is certain about the result. */
function collect(elements: readonly Value[], flat: Value[]): (Value & { kind: "unknown" }) | undefined {
  for (const element of elements) {
    if ("elements" in element) {
      const open = collect(element.elements, flat);
      if (open !== undefined) return open;
    } else if (element.kind === "unknown" && mayBeSequence(element.type.kind)) return element;
    else flat.push(element);
  }
  return undefined;
}

function mayBeSequence(kind: string): boolean {
  return kind === "dynamic" || kind === "list" || kind === "set" || kind === "tuple";
}
