/** Finds attributes that are set twice in one body. */
import type { Attribute, BodyItem, SyntaxProblem } from "./ast.ts";
import { attributeRedefined } from "./messages.ts";

/** Bodies of up to this many items are compared pair by pair. */
const few = 12;

const none: readonly SyntaxProblem[] = [];

export function redefinedAttributes(items: readonly BodyItem[]): readonly SyntaxProblem[] {
  return items.length <= few ? redefinedOfFew(items) : redefinedOfMany(items);
}

function redefinedOfFew(items: readonly BodyItem[]): readonly SyntaxProblem[] {
  let problems: SyntaxProblem[] | undefined;
  for (let index = 1; index < items.length; index++) {
    const item = items[index];
    if (item?.kind !== "Attribute") continue;
    for (let before = 0; before < index; before++) {
      const first = items[before];
      if (first?.kind !== "Attribute" || !isSecond(item, first)) continue;
      (problems ??= []).push(attributeRedefined(item.name, item.name.name, first.name));
      break;
    }
  }
  return problems ?? none;
}

function redefinedOfMany(items: readonly BodyItem[]): readonly SyntaxProblem[] {
  const seen = new Map<string, Attribute>();
  const problems: SyntaxProblem[] = [];
  for (const item of items) {
    if (item.kind !== "Attribute" || item.equals === undefined) continue;
    const { name } = item;
    const first = seen.get(name.name);
    if (first === undefined) seen.set(name.name, item);
    else problems.push(attributeRedefined(name, name.name, first.name));
  }
  return problems;
}

/** A name that stands alone is no attribute to HashiCorp's parser, and being typed. */
function isSecond(item: Attribute, first: Attribute): boolean {
  return item.name.name === first.name.name && item.equals !== undefined && first.equals !== undefined;
}
