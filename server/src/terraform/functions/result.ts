/** What functions return, made from plain JavaScript values. */
import type { Type } from "../type.ts";
import type { Value } from "../value.ts";
import { fromDouble, fromInteger } from "../bigFloat.ts";
import { stringType } from "../type.ts";
import { errorValue, firstUnknown, listValue, numberValue, stringValue, unknownValue } from "../value.ts";

const mostPairs = 4_000_000;

export function failure(message: string): Value {
  return errorValue(message);
}

export const notWhole = failure("a whole number is required");

export function integerResult(value: number): Value {
  return numberValue(fromInteger(value));
}

/** Infinity is a number for Terraform, but none that anything could be done with. */
export function doubleResult(value: number): Value {
  if (Number.isNaN(value)) return failure("result is not a number");
  const number = fromDouble(value);
  return number === undefined ? unsupported("an infinite number") : numberValue(number);
}

export function stringsResult(texts: readonly string[]): Value {
  return listValue(
    stringType,
    texts.map((item) => stringValue(item)),
  );
}

/** What Terraform knows and this evaluator does not. */
export function unsupported(subject: string): Value {
  return unknownValue({ kind: "unsupported function", subject, at: undefined });
}

export function tooLarge(subject: string, type: Type): Value {
  return unknownValue({ kind: "too large", subject, at: undefined }, type);
}

/** Every element against every other is fine only for so many. */
export function isTooManyPairs(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length * b.length > mostPairs;
}

/** The answer depends on what is not known in the values. */
export function undecided(values: readonly Value[], type: Type): Value {
  for (const value of values) {
    const reason = firstUnknown(value);
    if (reason !== undefined) return unknownValue(reason, type);
  }
  return unknownValue({ kind: "known after apply", subject: "", at: undefined }, type);
}
