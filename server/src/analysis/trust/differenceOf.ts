/** Which part of an external ID a value does not admit, as a sentence. */
import { describe, type SymbolicString } from "../../iam/symbolic.ts";
import { firstForeignCharacter } from "../../spacelift/externalId.ts";
import { admits, segmentsOf } from "./idSegments.ts";

const parts = ["the account's name", "the integration's ID", "the slug of the stack or module", "the phase"];

export function differenceOf(value: SymbolicString, externalId: SymbolicString): string {
  if (value.length === 0) return "The value is empty, because the attribute behind it is never set.";
  const [wanted, sent] = [segmentsOf(value), segmentsOf(externalId)];
  const text = value.map((part) => (part.kind === "text" ? part.text : "")).join("");
  const foreign = firstForeignCharacter(text.replaceAll(/[*?]/g, ""));
  if (foreign !== undefined) return `The value contains "${foreign}", which no external ID can contain.`;
  const isWhole = wanted.length === sent.length || describe(wanted.at(-1) ?? []).endsWith("*");
  if (!isWhole) return `The value has ${count(wanted.length)} and the ID has ${count(sent.length)}.`;
  const at = wanted.findIndex((segment, index) => admits(segment, sent[index] ?? []) === "no");
  const name = parts[at];
  return name === undefined
    ? "Admit that ID, or a pattern for it."
    : `${capital(name)} differs: the value has "${describe(wanted[at] ?? [])}", the ID has "${describe(sent[at] ?? [])}".`;
}

function count(number: number): string {
  return number === 1 ? "one part" : `${["no", "one", "two", "three", "four"][number] ?? number} parts`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
