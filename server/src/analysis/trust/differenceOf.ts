/** Why a value does not admit an external ID, as the rest of a sentence: which part differs, and from what. */
import { describe, knownText, type SymbolicString } from "../../iam/symbolic.ts";
import { characterInWords, firstForeignCharacter } from "../../spacelift/externalId.ts";
import type { ExternalIdForm } from "./externalIdForms.ts";
import { admits, segmentsOf } from "./idSegments.ts";
import { shortId } from "./shortId.ts";

const parts = ["account's name", "ID of the integration", "slug", "phase"];
const olderParts = ["account's name", "slug"];

export function differenceOf(
  value: SymbolicString,
  externalId: SymbolicString,
  form: ExternalIdForm,
): string {
  if (value.length === 0) return "the attribute behind it is never set";
  const [wanted, sent] = [segmentsOf(value), segmentsOf(externalId)];
  const text = value.map((part) => (part.kind === "literal" ? part.text : "")).join("");
  const foreign = firstForeignCharacter(text.replaceAll(/[*?]/g, ""));
  if (foreign !== undefined) return `no external ID contains ${characterInWords(foreign)}`;
  if (form === "hyphen") return "spaceliftAws.externalIdFormat asks for hyphens";
  if (wanted.length > sent.length)
    return `it has ${count(wanted.length)} parts, and the ID has ${count(sent.length)}`;
  const isWhole = wanted.length === sent.length || describe(wanted.at(-1) ?? []).endsWith("*");
  if (!isWhole) return `it has ${count(wanted.length)} of ${count(sent.length)} parts`;
  const at = wanted.findIndex((segment, index) => admits(segment, sent[index] ?? []) === "no");
  const name = (sent.length === olderParts.length ? olderParts : parts)[at];
  return name === undefined
    ? "no part of it is wrong by itself"
    : `${inWords(wanted[at] ?? [])} is not the ${nameOf(name, sent[at] ?? [])}`;
}

/** `"other"`, or `the ID of spacelift_aws_integration.second`. */
function inWords(segment: SymbolicString): string {
  const [only, ...others] = segment;
  return only?.kind === "symbol" && others.length === 0 ? only.label : `"${shortId(segment)}"`;
}

/** `account's name "acme"`, or `slug of spacelift_stack.network`. */
function nameOf(part: string, segment: SymbolicString): string {
  const text = knownText(segment);
  if (text !== undefined) return `${part} "${text}"`;
  const [only, ...others] = segment;
  const label = only?.kind === "symbol" && others.length === 0 ? only.label : "";
  return label.startsWith("the ") ? label.slice("the ".length) : part;
}

function count(number: number): string {
  return ["no", "one", "two", "three", "four", "five", "six"][number] ?? String(number);
}
