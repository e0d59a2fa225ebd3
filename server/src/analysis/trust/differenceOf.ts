/** Which part of an external ID a value does not admit, as a sentence. */
import { decide } from "../../iam/decide.ts";
import { match } from "../../iam/formula.ts";
import { likePattern, partsOf } from "../../iam/pattern.ts";
import { concat, describe, type SymbolicString } from "../../iam/symbolic.ts";
import { firstForeignCharacter } from "../../spacelift/externalId.ts";

const parts = ["the account's name", "the integration's ID", "the slug of the stack or module", "the phase"];

export function differenceOf(value: SymbolicString, externalId: SymbolicString): string {
  if (value.length === 0) return "The value is empty, because the attribute behind it is never set.";
  const [wanted, sent] = [segments(value), segments(externalId)];
  const text = value.map((part) => (part.kind === "text" ? part.text : "")).join("");
  const foreign = firstForeignCharacter(text.replaceAll(/[*?]/g, ""));
  if (foreign !== undefined) return `The value contains "${foreign}", which no external ID can contain.`;
  const isWhole = wanted.length === sent.length || describe(wanted.at(-1) ?? []).endsWith("*");
  if (!isWhole) return `The value has ${count(wanted.length)} and the ID has ${count(sent.length)}.`;
  const at = wanted.findIndex((segment, index) => differs(segment, sent[index] ?? []));
  const name = parts[at];
  return name === undefined
    ? "Admit that ID, or a pattern for it."
    : `${capital(name)} differs: the value has "${describe(wanted[at] ?? [])}", the ID has "${describe(sent[at] ?? [])}".`;
}

function differs(wanted: SymbolicString, sent: SymbolicString): boolean {
  return decide(match(sent, likePattern(partsOf(wanted)))) === "no";
}

function segments(value: SymbolicString): readonly SymbolicString[] {
  const found: SymbolicString[] = [[]];
  for (const part of value) {
    if (part.kind === "symbol") {
      found.push(concat(found.pop() ?? [], part));
      continue;
    }
    const [first = "", ...rest] = part.text.split("@");
    found.push(concat(found.pop() ?? [], first), ...rest.map((text) => concat(text)));
  }
  return found;
}

function count(number: number): string {
  return number === 1 ? "one part" : `${["no", "one", "two", "three", "four"][number] ?? number} parts`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
