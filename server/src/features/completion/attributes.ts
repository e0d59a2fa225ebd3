/** The attributes that a block of the family may still get, those it must have first. */
import { blocksOf, attributesOf } from "../../terraform/block.ts";
import { attributeExplanation, presenceInWords } from "../../spacelift/docs.ts";
import { isSettable, typeName, type AttributeSchema, type BlockSchema } from "../../spacelift/schema.ts";
import type { CompletionItem } from "../completionItem.ts";
import type { CompletionContext } from "./context.ts";
import { schemaOfBlock } from "./expectation.ts";
import { metaItems } from "./metaArguments.ts";
import type { AttributePlace } from "./place.ts";
import { restOfLine } from "./place.ts";
import { valueSnippet } from "./valueSnippet.ts";

export function attributeItems(context: CompletionContext, place: AttributePlace): readonly CompletionItem[] {
  const [block, ...nested] = place.blocks;
  const schema = block && nested.length === 0 ? schemaOfBlock(block) : undefined;
  if (!block || !schema || !context.plain) return [];
  const set = new Set(
    attributesOf(place.body)
      .filter((attribute) => attribute !== place.attribute)
      .map(({ name }) => name.name),
  );
  const offered = schema.attributes.filter(
    (attribute) => isSettable(attribute) && !set.has(attribute.name) && !isExcluded(schema, attribute, set),
  );
  const blocks = new Set(blocksOf(place.body).map(({ type }) => type.name));
  return [
    ...offered.map((attribute, index) => attributeItem(context, place, schema, attribute, index)),
    ...metaItems(context, place, schema.mode, new Set([...set, ...blocks])),
  ];
}

/** Another attribute of its exactly-one-of group is set. */
function isExcluded(schema: BlockSchema, { name }: AttributeSchema, set: ReadonlySet<string>): boolean {
  return schema.exactlyOneOf.some((group) => group.includes(name) && group.some((other) => set.has(other)));
}

function attributeItem(
  { view, text }: CompletionContext,
  place: AttributePlace,
  schema: BlockSchema,
  attribute: AttributeSchema,
  index: number,
): CompletionItem {
  const { name } = attribute;
  const oneOf = schema.exactlyOneOf.find((group) => group.includes(name));
  const presence = oneOf ? `one of ${oneOf.join(", ")}` : presenceInWords(attribute).replaceAll("`", "");
  const rank = (attribute.presence === "required" ? 0 : oneOf ? 100 : 200) + index;
  const common = {
    kind: "attribute",
    label: name,
    detail: `${typeName(attribute.type)}, ${presence}`,
    documentation: attributeExplanation(attribute),
    replace: place.word,
    rank,
    ...(attribute.deprecated ? { deprecated: true } : {}),
  } as const;
  if (/^\s*=/.test(restOfLine(text, place.word))) return { ...common, snippet: name };
  const value = valueSnippet(view, attribute, place.blocks[0], 1);
  return { ...common, snippet: `${name} = ${value.snippet}`, retrigger: value.retrigger };
}
