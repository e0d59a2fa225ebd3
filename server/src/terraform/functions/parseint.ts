/** `parseint(text, base)`: https://developer.hashicorp.com/terraform/language/functions/parseint */
import type { FunctionDefinition } from "./definition.ts";
import { roundTo, bitLength } from "../bigFloat.ts";
import { numberType } from "../type.ts";
import { numberValue } from "../value.ts";
import { known, number } from "./parameters.ts";
import { failure, notWhole, tooLarge } from "./result.ts";

const mostDigits = 10_000;
const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

export const parseint: FunctionDefinition = {
  parameters: [known("number"), number("base")],
  result: numberType,
  call(args) {
    if (args.value(0).kind !== "string") return failure("first argument must be a string");
    const base = args.integer(1);
    if (base === undefined) return notWhole;
    if (base < 2 || base > 62) return failure("base must be a whole number between 2 and 62 inclusive");
    if (args.text(0).length > mostDigits) return tooLarge("parseint", numberType);
    const value = parse(args.text(0), base);
    if (value === undefined) return failure(`cannot parse the text as a base ${base} integer`);
    const size = bitLength(value < 0n ? -value : value);
    return numberValue(roundTo(value, 0, Math.max(size, 64)));
  },
};

function parse(text: string, base: number): bigint | undefined {
  const sign = /^[+-]/.exec(text)?.[0] ?? "";
  const unsigned = text.slice(sign.length);
  let value = 0n;
  for (const character of base <= 36 ? unsigned.toLowerCase() : unsigned) {
    const digit = digits.indexOf(character);
    if (digit < 0 || digit >= base) return undefined;
    value = value * BigInt(base) + BigInt(digit);
  }
  return unsigned === "" ? undefined : sign === "-" ? -value : value;
}
