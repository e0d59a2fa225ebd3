/** Why a value does not admit an external ID, as the rest of a sentence: which part differs, and from what. */
import type { ValueExplanation } from "../../iam/explanation.ts";
import { textOfParts, type PatternPart } from "../../iam/pattern.ts";
import { describe, knownText, type SymbolicString } from "../../iam/symbolic.ts";
import { characterInWords, firstForeignCharacter } from "../../spacelift/externalId.ts";
import type { ExternalIdForm } from "./externalIdForms.ts";
import { admits, segmentsOf } from "./idSegments.ts";
import { shortId } from "./shortId.ts";

const parts = ["account's name", "ID of the integration", "slug", "phase"];
const olderParts = ["account's name", "slug"];

/** `isAttribute`: the value is what an attribute of a block is, and not a text that somebody wrote. */
export function differenceOf(
  { mismatch, readAs }: ValueExplanation,
  externalId: SymbolicString,
  { form, isAttribute }: { readonly form: ExternalIdForm; readonly isAttribute: boolean },
): string {
  if (mismatch?.kind === "variable-unresolved")
    return `Spacelift's request has nothing that ${mismatch.variable} could stand for`;
  const value = textOfParts(readAs);
  if (value.length === 0) return isAttribute ? "the attribute behind it is never set" : "it is empty";
  const [wanted, sent] = [segmentsOf(value), segmentsOf(externalId)];
  const foreign = firstForeignCharacter(readAs.map(literalIn).join(""));
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

/** The text that an external ID has to have in it; a wildcard that is escaped is one of its characters. */
function literalIn(part: PatternPart): string {
  if (part.kind === "symbol") return "";
  return part.quoted ? part.text : part.text.replaceAll(/[*?]/g, "");
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
