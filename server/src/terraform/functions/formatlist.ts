/** `formatlist(text, list, …)`: https://developer.hashicorp.com/terraform/language/functions/formatlist */
import type { Value } from "../value.ts";
import type { Arguments, FunctionDefinition } from "./definition.ts";
import { formatParts } from "../formats/format.ts";
import { listType, stringType } from "../type.ts";
import { asSequence, standInsOf } from "../standIns.ts";
import { isBareNull, isError, listValue, stringOf, typeOf, unknownValue } from "../value.ts";
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
    if (open.length > 0) return ofStandIns(args, given, open) ?? undecided(open, listType(stringType));
    const lengths = new Set(given.flatMap((value) => ("elements" in value ? [value.elements.length] : [])));
    if (lengths.size > 1) return failure("the lists have different lengths");
    const count = [...lengths][0] ?? 1;
    const results: Value[] = [];
    for (let position = 0; position < count; position++) {
      const text = formatRow(
        args,
        given.map((value) => elementAt(value, position)),
      );
      if (isError(text)) return text;
      results.push(text);
    }
    return listValue(stringType, results);
  },
};

function formatRow(args: Arguments, row: readonly Value[]): Value {
  const formatted = formatParts(args.text(0), row, args.value(0).origins[0]);
  return typeof formatted === "string" ? failure(formatted) : stringOf(formatted);
}

/** Of one list of which nobody knows what is in it, beside values that are no lists. */
function ofStandIns(args: Arguments, given: readonly Value[], open: readonly Value[]): Value | undefined {
  const [list, ...others] = open;
  const standIns = list && standInsOf(list);
  if (!standIns || list.kind !== "unknown" || others.length > 0) return undefined;
  if (given.some((value) => "elements" in value)) return undefined;
  const texts = standIns.map(({ value, under }) => {
    const row = given.map((one) => (one === list ? value : one));
    return { value: formatRow(args, row), under };
  });
  if (texts.some(({ value }) => isError(value))) return undefined;
  return {
    ...unknownValue(list.reason, listType(stringType), list.origins),
    standIns: asSequence(texts, list.reason),
  };
}

function mayBeSequence(value: Value): boolean {
  return ["dynamic", "list", "set", "tuple"].includes(typeOf(value).kind);
}

function elementAt(value: Value, position: number): Value {
  return "elements" in value ? (value.elements[position] ?? value) : value;
}
