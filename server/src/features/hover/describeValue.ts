/** A value in words: what it is as far as that is known, and why the rest is not. */
import { numberText } from "../../terraform/formatNumber.ts";
import { shownSymbol } from "../../terraform/symbolNames.ts";
import { firstUnknown, type StringPart, type UnknownReason, type Value } from "../../terraform/value.ts";

const longestText = 400;
const mostElements = 12;

/** Markdown, or nothing where there is nothing to tell. */
export function describeValue(value: Value): string {
  const text = isNameOnly(value) ? undefined : valueText(value);
  const reason = firstUnknown(value);
  const known = text === undefined ? undefined : `Value: ${inlineCode(shortened(text))}`;
  const why =
    reason &&
    `${known === undefined ? "The value is not known" : "Not all of it is known"}: ${reasonText(reason)}.`;
  return [known, why].filter((part) => part !== undefined).join("\n\n");
}

/** The value of something that only the outside knows: its name says nothing new. */
function isNameOnly(value: Value): boolean {
  return value.kind === "string" && value.parts.length === 1 && value.parts[0]?.kind === "symbol";
}

/** As Terraform would write it, with `${…}` for what has a name only; undefined where nothing at all is known. */
function valueText(value: Value): string | undefined {
  switch (value.kind) {
    case "null":
      return "null";
    case "bool":
      return String(value.value);
    case "number":
      return numberText(value.value);
    case "string":
      return value.parts.some(({ kind }) => kind !== "unknown") || value.parts.length === 0
        ? `"${value.parts.map(partText).join("")}"`
        : undefined;
    case "list":
    case "set":
    case "tuple":
      return `[${listed(value.elements.map((element) => valueText(element) ?? "…"))}]`;
    case "map":
    case "object": {
      const entries = [...value.entries].map(([key, entry]) => `${key} = ${valueText(entry) ?? "…"}`);
      return entries.length === 0 ? "{}" : `{ ${listed(entries)} }`;
    }
    case "reference":
      return undefined;
    case "unknown":
      return undefined;
  }
}

function partText(part: StringPart): string {
  switch (part.kind) {
    case "literal":
      return JSON.stringify(part.text).slice(1, -1);
    case "symbol":
      return `\${${shownSymbol(part.symbol.id)}}`;
    case "unknown":
      return "…";
  }
}

function listed(items: readonly string[]): string {
  return items.length > mostElements ? `${items.slice(0, mostElements).join(", ")}, …` : items.join(", ");
}

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

/** A backtick in the text needs a longer fence: https://spec.commonmark.org/0.31.2/#code-spans */
export function inlineCode(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Continues a sentence behind a colon. */
function reasonText(reason: UnknownReason): string {
  if (reason.kind === "error") return reason.message.replace(/\.$/, "");
  const { subject } = reason;
  switch (reason.kind) {
    case "variable without value":
      return `${inlineCode(`var.${subject.replace(/^var\./, "")}`)} is given from outside the module${fallbackText(reason.fallback)}`;
    case "known after apply":
      return `${named(subject)} is known only after apply`;
    case "data source":
      return `${named(subject)} is looked up when Terraform runs`;
    case "module output":
      return `it comes out of the module ${inlineCode(subject)}`;
    case "unsupported function":
      return `the function ${inlineCode(subject)} is not evaluated here`;
    case "not reproducible":
      return `${named(subject)} gives another value each time`;
    case "file not readable":
      return `the file ${inlineCode(subject)} is not read here`;
    case "not declared":
      return `${named(subject)} is not declared in this module`;
    case "syntax error":
      return "there is a syntax error in it";
    case "cycle":
      return `${named(subject)} refers to itself`;
    case "too large":
      return "it is too large to be evaluated here";
  }
}

function fallbackText(fallback: Value | undefined): string {
  const text = fallback && valueText(fallback);
  return text === undefined ? "" : `, by default ${inlineCode(shortened(text))}`;
}

function named(subject: string): string {
  return subject === "" ? "it" : inlineCode(subject);
}
