/** `formatlist(text, list, …)`: https://developer.hashicorp.com/terraform/language/functions/formatlist */
import type { Value } from "../value.ts";
import type { FunctionDefinition } from "./definition.ts";
import { formatParts } from "../formats/format.ts";
import { listType, stringType } from "../type.ts";
import { isBareNull, listValue, stringOf, typeOf } from "../value.ts";
import { anything, text } from "./parameters.ts";
import { failure, undecided } from "./result.ts";

export const formatlist: FunctionDefinition = {
  parameters: [text("format")],
  rest: anything("args"),
  result: listType(stringType),
  call(args) {
    const given = args.from(1);
    const open = given.filter(
      (value) => isBareNull(value) || (value.kind === "unknown" && mayBeSequence(value)),
    );
    if (open.length > 0) return undecided(open, listType(stringType));
    const lengths = new Set(given.flatMap((value) => ("elements" in value ? [value.elements.length] : [])));
    if (lengths.size > 1) return failure("the lists have different lengths");
    const count = [...lengths][0] ?? 1;
    const results: Value[] = [];
    for (let position = 0; position < count; position++) {
      const row = given.map((value) => elementAt(value, position));
      const formatted = formatParts(args.text(0), row, args.value(0).origins[0]);
      if (typeof formatted === "string") return failure(formatted);
      results.push(stringOf(formatted));
    }
    return listValue(stringType, results);
  },
};

function mayBeSequence(value: Value): boolean {
  return ["dynamic", "list", "set", "tuple"].includes(typeOf(value).kind);
}

function elementAt(value: Value, position: number): Value {
  return "elements" in value ? (value.elements[position] ?? value) : value;
}
