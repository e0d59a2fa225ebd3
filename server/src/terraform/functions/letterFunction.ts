/** Functions that change every letter of a string for itself, so that symbols in it may stay. */
import type { StringPart } from "../value.ts";
import type { FunctionDefinition } from "./definition.ts";
import { stringType } from "../type.ts";
import { literalPart, stringOf } from "../value.ts";
import { symbolicText } from "./parameters.ts";

export function letterFunction(name: string, change: (text: string) => string): FunctionDefinition {
  return {
    parameters: [symbolicText("str")],
    result: stringType,
    call(args) {
      const { parts, origins } = args.string(0);
      return stringOf(
        parts.map((part) => changePart(part, name, change)),
        origins,
      );
    },
  };
}

function changePart(part: StringPart, name: string, change: (text: string) => string): StringPart {
  if (part.kind === "literal") return literalPart(change(part.text), part.origin);
  const { reason, origin } = part;
  if (part.kind === "unknown") return { kind: "unknown", reason, origin };
  const symbol = { id: `${name}(${part.symbol.id})`, type: stringType };
  return { kind: "symbol", symbol, reason, origin };
}
