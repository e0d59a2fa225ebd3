/** `jsondecode(text)`: https://developer.hashicorp.com/terraform/language/functions/jsondecode */
import type { StringPart, Value } from "../value.ts";
import type { FunctionDefinition } from "./definition.ts";
import { decodeJson } from "../formats/jsonDecode.ts";
import { asJson } from "../formats/jsonValue.ts";
import { dynamicType } from "../type.ts";
import { knownText, symbolValue } from "../value.ts";
import { symbolicText } from "./parameters.ts";
import { failure, undecided } from "./result.ts";

export const jsondecode: FunctionDefinition = {
  parameters: [symbolicText("str")],
  result: dynamicType,
  call(args) {
    const text = args.string(0);
    const whole = wholeSymbol(text.parts);
    if (whole !== undefined) return whole;
    const value = text.json === undefined ? decodeJson(text.parts) : asJson(text.json);
    if (value !== undefined) return value;
    return knownText(text.parts) === undefined
      ? undecided([text], dynamicType)
      : failure("the text is no JSON");
  },
};

/** The decoded form of a symbol is a symbol. */
function wholeSymbol(parts: readonly StringPart[]): Value | undefined {
  const [only] = parts;
  if (parts.length !== 1 || only?.kind !== "symbol") return undefined;
  return symbolValue({ id: `jsondecode(${only.symbol.id})`, type: dynamicType }, only.reason, only.origin);
}
