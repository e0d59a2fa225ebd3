/** Finds attributes that are set twice in one body. */
import type { Attribute, BodyItem } from "./ast.ts";
import { attributeRedefined } from "./messages.ts";
import { type Parser, record } from "./parser.ts";

/** Bodies of up to this many items are compared pair by pair. */
const few = 12;

export function checkRedefined(p: Parser, items: readonly BodyItem[]): void {
  if (items.length > few) return checkMany(p, items);
  for (let index = 1; index < items.length; index++) {
    const item = items[index];
    if (item?.kind !== "Attribute") continue;
    for (let before = 0; before < index; before++) {
      const first = items[before];
      if (first?.kind !== "Attribute" || first.name.name !== item.name.name) continue;
      tell(p, item, first);
      break;
    }
  }
}

function checkMany(p: Parser, items: readonly BodyItem[]): void {
  const seen = new Map<string, Attribute>();
  for (const item of items) {
    if (item.kind !== "Attribute") continue;
    const first = seen.get(item.name.name);
    if (first === undefined) seen.set(item.name.name, item);
    else tell(p, item, first);
  }
}

/** A name that stands alone is no attribute to HashiCorp's parser, and being typed. */
function tell(p: Parser, item: Attribute, first: Attribute): void {
  if (item.equals === undefined || first.equals === undefined) return;
  record(p, attributeRedefined(item.name, item.name.name, first.name));
}
