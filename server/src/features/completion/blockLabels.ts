/** The labels of a resource or data block: the types of the family, and a name. */
import { typeExplanation } from "../../spacelift/docs.ts";
import { familyTypes } from "../../spacelift/family.ts";
import type { CompletionItem } from "../completionItem.ts";
import type { CompletionContext } from "./context.ts";
import { freeName } from "./blockName.ts";
import type { LabelPlace } from "./place.ts";
import { literal } from "./snippetText.ts";

export function labelItems(context: CompletionContext, place: LabelPlace): readonly CompletionItem[] {
  const mode = place.blockType;
  if (!context.plain || (mode !== "resource" && mode !== "data")) return [];
  switch (place.index) {
    case 0:
      return typeItems(mode, place);
    case 1:
      return nameItems(context, mode, place);
    default:
      return [];
  }
}

function typeItems(mode: "resource" | "data", place: LabelPlace): readonly CompletionItem[] {
  return familyTypes
    .filter((schema) => schema.mode === mode)
    .map((schema, index) => ({
      kind: "type",
      label: schema.type,
      detail: schema.summary,
      documentation: typeExplanation(schema),
      replace: place.word,
      snippet: quoted(place, schema.type),
      rank: (schema.deprecated ? 100 : 0) + index,
      ...(schema.deprecated ? { deprecated: true } : {}),
    }));
}

function nameItems(
  { module }: CompletionContext,
  mode: "resource" | "data",
  place: LabelPlace,
): readonly CompletionItem[] {
  const type = place.labels[0]?.value ?? "";
  if (!familyTypes.some((schema) => schema.mode === mode && schema.type === type)) return [];
  const name = freeName(module, mode, type, place.labels[1]);
  return [
    {
      kind: "value",
      label: name,
      detail: "name in this module",
      documentation: `Expressions will refer to it as \`${mode === "data" ? "data." : ""}${type}.${name}\`.`,
      replace: place.word,
      snippet: quoted(place, name),
      rank: 0,
    },
  ];
}

/** With the quotes that are not there yet. */
function quoted({ quote }: LabelPlace, label: string): string {
  const text = literal(label);
  return quote === undefined ? `"${text}"` : quote.closed ? text : `${text}"`;
}
