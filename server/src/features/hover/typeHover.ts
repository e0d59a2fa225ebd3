/**
 * Hover on the type of a block: what a type of the family is, and how the external ID and the session name are
 * composed; for the vendors' other types, their page.
 */
import { touches } from "../../base/span.ts";
import type { Block } from "../../hcl/ast.ts";
import { sessionDocumentation, typeDocumentation } from "../../spacelift/docs.ts";
import { vendorPage } from "../../spacelift/vendorPages.ts";
import { familySchema, paragraphs, spanOf, type Hover, type HoverContext } from "./context.ts";
import { inlineCode } from "./describeValue.ts";

export function typeHover(context: HoverContext): Hover | undefined {
  const { path, offset } = context;
  const block = path.find((node): node is Block => node.kind === "Block");
  const [type, name] = block?.labels ?? [];
  if (!block || !type) return undefined;
  const node = [block.type, type, name].find((candidate) => candidate && touches(candidate, offset));
  const markdown = node && (familyText(context) ?? (node === type ? pageText(context, block) : undefined));
  return markdown === undefined ? undefined : { span: spanOf(node ?? type), markdown };
}

/** Beside another extension, which shows what the type is, only what Spacelift sends. */
function familyText({ path, plain }: HoverContext): string | undefined {
  const schema = familySchema(path);
  if (!schema) return undefined;
  return plain ? typeDocumentation(schema) : sessionDocumentation(schema);
}

function pageText({ plain }: HoverContext, { type, labels: [label] }: Block): string | undefined {
  const mode = type.name;
  if (!plain || !label || (mode !== "resource" && mode !== "data")) return undefined;
  const page = vendorPage(mode, label.value);
  return page && paragraphs(inlineCode(`${mode} "${label.value}"`), `[Documentation](${page})`);
}
