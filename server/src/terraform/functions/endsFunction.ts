/** Functions that take letters away from the ends of a text, which the texts at its ends decide. */
import type { StringPart, StringValue, Value } from "../value.ts";
import type { CallContext, FunctionDefinition } from "./definition.ts";
import { sliceLiteral } from "../parts.ts";
import { argumentText } from "../symbolText.ts";
import { stringType } from "../type.ts";
import { firstUnknown, stringOf, symbolValue, unknownValue } from "../value.ts";
import { symbolicText } from "./parameters.ts";

/** What the function takes away: patterns that are bound to the ends. */
interface Ends {
  readonly start?: RegExp;
  readonly end: RegExp;
}

export function endsFunction(name: string, { start, end }: Ends): FunctionDefinition {
  return {
    parameters: [symbolicText("str")],
    result: stringType,
    call(args, { at }) {
      const value = args.string(0);
      const { json, origins } = value;
      const behind = start ? withoutStart(value.parts, start) : value.parts;
      const left = behind && withoutEnd(behind, end);
      if (!left) return named(name, value, at);
      return { ...stringOf(left, origins), ...(json && { json }) };
    },
  };
}

/** Undefined where a symbol may begin with more of it. JSON text has no white space at its ends. */
function withoutStart(parts: readonly StringPart[], start: RegExp): readonly StringPart[] | undefined {
  for (const [index, part] of parts.entries()) {
    if (part.kind !== "literal") return part.json ? parts.slice(index) : undefined;
    const length = start.exec(part.text)?.[0].length ?? 0;
    if (length < part.text.length) return [sliceLiteral(part, length), ...parts.slice(index + 1)];
  }
  return [];
}

function withoutEnd(parts: readonly StringPart[], end: RegExp): readonly StringPart[] | undefined {
  for (const [index, part] of [...parts.entries()].toReversed()) {
    if (part.kind !== "literal") return part.json ? parts.slice(0, index + 1) : undefined;
    const length = part.text.length - (end.exec(part.text)?.[0].length ?? 0);
    if (length > 0) return [...parts.slice(0, index), sliceLiteral(part, 0, length)];
  }
  return [];
}

/** The same call of the same text is the same symbol. */
function named(name: string, value: StringValue, at: CallContext["at"]): Value {
  const reason = firstUnknown(value) ?? { kind: "known after apply", subject: "", at };
  const text = argumentText(value);
  return text === undefined
    ? unknownValue(reason, stringType)
    : symbolValue({ id: `${name}(${text})`, type: stringType }, reason, at);
}
