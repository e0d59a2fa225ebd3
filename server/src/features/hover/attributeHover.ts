/** Hover on the name of an attribute of the family: what it is for. */
import { attributeDocumentation } from "../../spacelift/docs.ts";
import { touches } from "../../base/span.ts";
import { familyAttribute, spanOf, type Hover, type HoverContext } from "./context.ts";

export function attributeHover(context: HoverContext): Hover | undefined {
  const found = context.plain ? familyAttribute(context) : undefined;
  if (!found || !touches(found.node.name, context.offset)) return undefined;
  return { span: spanOf(found.node.name), markdown: attributeDocumentation(found.attribute) };
}
