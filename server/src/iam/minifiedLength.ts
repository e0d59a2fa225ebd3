/** How long a value is as JSON without white space, which is what IAM's quota counts. */
import type { SymbolicString } from "./symbolic.ts";
import type { Value } from "./value.ts";

interface LengthRange {
  readonly least: number;
  readonly most: number;
}

/**
 * The length of the value as JSON without white space, which depends on what symbols stand for.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function minifiedLength(value: Value): LengthRange {
  switch (value.kind) {
    case "list":
      return sum([exactly(2 + commas(value.items.filter(isItem))), ...value.items.map(minifiedLength)]);
    case "object": {
      const entries = value.entries.flatMap(({ key, value: item }) => [
        stringLength(key),
        exactly(1),
        minifiedLength(item),
      ]);
      return sum([exactly(2 + commas(value.entries)), ...entries]);
    }
    case "string":
      return stringLength(value.value);
    case "number":
    case "bool":
      return exactly(String(value.value).length);
    case "null":
      return exactly(4);
    case "unknown":
    case "refused":
      return { least: 0, most: Infinity };
  }
}

/** What is unknown may be no item at all. */
function isItem({ kind }: Value): boolean {
  return kind !== "unknown";
}

/** Without white space, of which IAM counts none. */
function lengthInJson(text: string): number {
  return isPlain(text) ? text.length : JSON.stringify(text).slice(1, -1).replace(/\s/g, "").length;
}

/** True for text that stands in JSON as it is. */
function isPlain(text: string): boolean {
  return /^[!#-[\]-~]*$/.test(text);
}

function stringLength(value: SymbolicString): LengthRange {
  const parts = value.map((part): LengthRange =>
    part.kind === "literal"
      ? exactly(lengthInJson(part.text))
      : { least: part.minLength, most: part.maxLength },
  );
  return sum([exactly(2), ...parts]);
}

function sum(ranges: readonly LengthRange[]): LengthRange {
  const total = (of: (range: LengthRange) => number) =>
    ranges.reduce((length, range) => length + of(range), 0);
  return { least: total(({ least }) => least), most: total(({ most }) => most) };
}

function exactly(length: number): LengthRange {
  return { least: length, most: length };
}

function commas(items: readonly unknown[]): number {
  return Math.max(0, items.length - 1);
}
