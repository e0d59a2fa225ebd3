/** How an object is written - `key = value`, `"key" : value`, with commas or without - and others in the same way. */
import type { ObjectConstructor } from "../../hcl/ast.ts";
import type { ModuleFile } from "../../terraform/module.ts";

export interface ObjectStyle {
  /** Keys stand in quotes. */
  readonly quoted: boolean;
  /** What stands between a key and the space before its value. */
  readonly separator: "=" | ":" | " :";
  /** Commas stand at the ends of lines. */
  readonly commas: boolean;
  /** JSON: an expression is a string with an interpolation. */
  readonly isText: boolean;
}

/** What is to be written: an expression of HCL, or an object. */
type NewValue = string | { readonly [key: string]: NewValue };

const usual: ObjectStyle = { quoted: false, separator: "=", commas: false, isText: false };
const json: ObjectStyle = { quoted: true, separator: ":", commas: true, isText: true };

/** The style of the sample. */
export function objectStyle(
  { syntax: { text } }: ModuleFile,
  sample: ObjectConstructor | undefined,
  isText: boolean,
): ObjectStyle {
  if (isText) return json;
  const [first, second] = sample?.items ?? [];
  if (!first?.separator) return usual;
  const { start } = first.separator;
  const colon = /\s/.test(text.charAt(start - 1)) ? " :" : ":";
  return {
    quoted: text[first.key.start] === '"',
    separator: text[start] === ":" ? colon : "=",
    commas: second !== undefined && text.slice(first.end, second.start).includes(","),
    isText: false,
  };
}

/** `key = value`, the key as wide as it is told to be. */
export function writeItem(style: ObjectStyle, key: string, value: NewValue, width = 0): string {
  const name = style.quoted || !/^[A-Za-z_][\w-]*$/.test(key) ? `"${key}"` : key;
  const sign = style.separator === "=" ? ` ${style.separator}` : style.separator;
  return `${name.padEnd(width)}${sign} ${writeValue(style, value)}`;
}

/** `{ key = value, key = value }` */
export function writeInline(style: ObjectStyle, items: Readonly<Record<string, NewValue>>): string {
  return `{ ${Object.entries(items)
    .map(([key, value]) => writeItem(style, key, value))
    .join(", ")} }`;
}

/** A line for each item. */
export function writeLines(
  style: ObjectStyle,
  items: Readonly<Record<string, NewValue>>,
  indent: string,
): readonly string[] {
  const all = Object.entries(items);
  const quotes = style.quoted ? 2 : 0;
  const width = style.separator === "=" ? Math.max(...all.map(([key]) => key.length + quotes)) : 0;
  return all.map(([key, value], index) => {
    const comma = style.commas && index < all.length - 1 ? "," : "";
    return `${indent}${writeItem(style, key, value, width)}${comma}`;
  });
}

function writeValue(style: ObjectStyle, value: NewValue): string {
  if (typeof value !== "string") return writeInline(style, value);
  return !style.isText || /^["{[]/.test(value) ? value : `"\${${value}}"`;
}
