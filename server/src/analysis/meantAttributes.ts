/** What people mean by attributes that cannot be set in their block: of such a slip there is one thing to say. */
import { nearest } from "../base/nearest.ts";
import { homeOf, meantAttribute, type Meant } from "../spacelift/confusions.ts";
import { attributeNamed, isSettable } from "../spacelift/schema.ts";
import { attributesOf, blocksOf } from "../terraform/block.ts";
import { isMetaAttribute } from "../terraform/metaArguments.ts";
import { attribute, type FamilyBlock } from "./moduleView.ts";

/** The attribute that a name of the block stands for, where it is not set yet. */
export function meantBy(block: FamilyBlock, name: string): Meant | undefined {
  return confusedBy(block, name) ?? (homeOf(block.schema, name) ? undefined : nearBy(block, name));
}

/** The same for a name that is no slip of the keyboard. */
export function confusedBy(block: FamilyBlock, name: string): Meant | undefined {
  const meant = meantAttribute(block.schema, name);
  return meant && !attribute(block, meant.name) ? meant : undefined;
}

function nearBy(block: FamilyBlock, name: string): Meant | undefined {
  const free = block.schema.attributes.filter((one) => isSettable(one) && !attribute(block, one.name));
  const near = nearest(
    name,
    free.map((one) => one.name),
  );
  return near === undefined ? undefined : { name: near };
}

/** The attributes that are there under a name of which another finding tells. */
export function attributesMeant(block: FamilyBlock): ReadonlySet<string> {
  const { body } = block.block;
  const wrong = attributesOf(body).flatMap(({ equals, name: { name } }) => {
    if (!equals || isMetaAttribute(block.schema.mode, name)) return [];
    const known = attributeNamed(block.schema, name);
    if (known && isSettable(known)) return [];
    return (known ? confusedBy(block, name) : meantBy(block, name))?.name ?? [];
  });
  return new Set([...wrong, ...blocksOf(body).map(({ type }) => type.name)]);
}

/** True where the block is not complete without the attribute. */
export function isNeeded(block: FamilyBlock, name: string): boolean {
  const { exactlyOneOf, atLeastOneTrue = [] } = block.schema;
  const known = attributeNamed(block.schema, name);
  const isFree = (group: readonly string[]): boolean => group.every((other) => !attribute(block, other));
  return (
    known?.presence === "required" ||
    exactlyOneOf.some((group) => group.includes(name) && isFree(group)) ||
    (atLeastOneTrue.includes(name) && known?.default !== true && isFree(atLeastOneTrue))
  );
}
