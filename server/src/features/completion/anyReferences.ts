/** References for places of which nothing is known but that an expression belongs there. */
import { referableAttributes } from "../../spacelift/references.ts";
import type { Declaration } from "../../terraform/module.ts";
import type { CompletionItem } from "../completionItem.ts";
import type { CompletionContext } from "./context.ts";
import { insertExpression } from "./insertion.ts";
import { indexInto } from "./instanceIndex.ts";
import type { ValuePlace } from "./place.ts";

/** Locals, variables, and the things that the family is about; not inside the text of strings. */
export function anyReferenceItems(context: CompletionContext, place: ValuePlace): readonly CompletionItem[] {
  if (!context.plain || place.quote) return [];
  const [from] = place.blocks;
  return context.module.declarations
    .filter((declaration) => isOfInterest(declaration))
    .filter((declaration) =>
      declaration.kind === "local" ? declaration.attribute !== place.attribute : declaration.block !== from,
    )
    .map((declaration, order) => {
      const index = declaration.kind === "local" ? { label: "", snippet: "" } : indexInto(declaration, from);
      const label = declaration.address + index.label;
      return {
        kind: "reference",
        label,
        detail: declaration.kind,
        documentation: "",
        rank: 500 + order,
        ...insertExpression(place, context.text, context.offset, label, declaration.address + index.snippet),
      };
    });
}

function isOfInterest(declaration: Declaration): boolean {
  if (declaration.name === "") return false;
  switch (declaration.kind) {
    case "local":
    case "variable":
      return true;
    case "resource":
    case "data":
      return referableAttributes(declaration.kind, declaration.type) !== undefined;
    default:
      return false;
  }
}
