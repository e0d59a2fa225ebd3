/** Values as YAML in the form in which Terraform writes it: quoted strings, blocks, lines folded at 80. */
import type { Value } from "../value.ts";
import { numberText } from "../formatNumber.ts";
import { asKnownString } from "../value.ts";

const widest = 80;
const longestKey = 120;

/** Undefined where a key has several lines, for which YAML has a form of its own. */
export function encodeYaml(value: Value): string | undefined {
  if (hasLongKey(value)) return undefined;
  const isPlain = value.kind === "null" || value.kind === "bool" || value.kind === "number";
  return encode(value, 0, "") + (isPlain ? "...\n" : "");
}

function hasLongKey(value: Value): boolean {
  if ("elements" in value) return value.elements.some(hasLongKey);
  if (!("entries" in value)) return false;
  const isLong = (key: string): boolean => key.includes("\n") || key.length > longestKey;
  return [...value.entries].some(([key, entry]) => isLong(key) || hasLongKey(entry));
}

/** The text behind `lead`, which is what already stands on the line. */
function encode(value: Value, indent: number, lead: string): string {
  switch (value.kind) {
    case "list":
    case "set":
    case "tuple":
      return encodeElements(value.elements, indent, lead);
    case "map":
    case "object":
      return encodeEntries(value.entries, indent, lead);
    default:
      return `${lead}${encodeScalar(value, lead, indent)}\n`;
  }
}

function encodeElements(elements: readonly Value[], indent: number, lead: string): string {
  if (elements.length === 0) return `${lead}[]\n`;
  return elements
    .map((element, index) => {
      const start = `${index === 0 ? lead : " ".repeat(indent)}- `;
      return encode(element, indent + 2, start);
    })
    .join("");
}

function encodeEntries(entries: ReadonlyMap<string, Value>, indent: number, lead: string): string {
  if (entries.size === 0) return `${lead}{}\n`;
  return [...entries]
    .map(([key, value], index) => {
      const start = `${index === 0 ? lead : " ".repeat(indent)}${quoted(key, "", 0, false)}:`;
      return isBlock(value)
        ? `${start}\n${encodeNested(value, indent)}`
        : encode(value, indent + 2, `${start} `);
    })
    .join("");
}

function isBlock(value: Value): boolean {
  return ("elements" in value && value.elements.length > 0) || ("entries" in value && value.entries.size > 0);
}

/** A sequence in a mapping is not indented further. */
function encodeNested(value: Value, indent: number): string {
  const inner = "elements" in value ? indent : indent + 2;
  return encode(value, inner, " ".repeat(inner));
}

function encodeScalar(value: Value, lead: string, indent: number): string {
  switch (value.kind) {
    case "bool":
      return String(value.value);
    case "number":
      return numberText(value.value);
    case "string": {
      const text = asKnownString(value) ?? "";
      return text.includes("\n") && canBeBlock(text) ? block(text, indent) : quoted(text, lead, indent, true);
    }
    default:
      return "null";
  }
}

/** What a literal block cannot hold is quoted. */
function canBeBlock(text: string): boolean {
  return (
    !/[^\x20-\x7e\n\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u.test(text) &&
    !/ \n/.test(text) &&
    !/ $/.test(text)
  );
}

function block(text: string, indent: number): string {
  const body = text.replace(/\n*$/, "");
  const ends = text.slice(body.length);
  const chomping = ends === "" ? "-" : ends.length > 1 || body === "" ? "+" : "";
  const hint = /^[ \n]/.test(text) ? "2" : "";
  const inner = " ".repeat(Math.max(indent, 2));
  const lines = (body + ends.slice(1)).split("\n").map((line) => (line === "" ? "" : inner + line));
  return `|${hint}${chomping}\n${lines.join("\n")}`;
}

const escapes: Readonly<Record<string, string>> = {
  "\0": "\\0",
  "\x07": "\\a",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
  "\x1b": "\\e",
  '"': '\\"',
  "\\": "\\\\",
  "\x85": "\\N",
  "\u2028": "\\L",
  "\u2029": "\\P",
};

function quoted(text: string, lead: string, indent: number, mayFold: boolean): string {
  const letters = [...text];
  let line = lead.length + 1;
  let result = '"';
  let afterSpace = false;
  for (const [index, letter] of letters.entries()) {
    const inside = index > 0 && index < letters.length - 1;
    if (letter === " " && mayFold && !afterSpace && line > widest && inside) {
      const next = letters[index + 1] === " " ? "\\" : "";
      const margin = Math.max(indent, 2);
      result += `\n${" ".repeat(margin)}${next}`;
      line = margin + next.length;
      afterSpace = true;
      continue;
    }
    const written = escaped(letter);
    result += written;
    line += [...written].length;
    afterSpace = letter === " ";
  }
  return `${result}"`;
}

function escaped(letter: string): string {
  const short = escapes[letter];
  if (short !== undefined) return short;
  const code = letter.codePointAt(0) ?? 0;
  const printable =
    (code >= 0x20 && code <= 0x7e) ||
    (code >= 0xa0 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd && code !== 0xfeff);
  if (printable) return letter;
  if (code > 0xffff) return `\\U${hexDigits(code, 8)}`;
  return code <= 0xff ? `\\x${hexDigits(code, 2)}` : `\\u${hexDigits(code, 4)}`;
}

function hexDigits(code: number, length: number): string {
  return code.toString(16).toUpperCase().padStart(length, "0");
}
