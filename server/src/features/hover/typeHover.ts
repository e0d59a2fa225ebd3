/** Hover on the type of a family block: what it is, and how the external ID and the session name are composed. */
import { touches } from "../../base/span.ts";
import type { Block } from "../../hcl/ast.ts";
import { sessionDocumentation, typeDocumentation } from "../../spacelift/docs.ts";
import { familySchema, spanOf, type Hover, type HoverContext } from "./context.ts";

/** Beside another extension, which shows what the type is, only what Spacelift sends. */
export function typeHover({ path, offset, plain }: HoverContext): Hover | undefined {
  const schema = familySchema(path);
  const block = path.find((node): node is Block => node.kind === "Block");
  const [type, name] = block?.labels ?? [];
  if (!schema || !block || !type) return undefined;
  const node = [block.type, type, name].find((candidate) => candidate && touches(candidate, offset));
  const markdown = plain ? typeDocumentation(schema) : sessionDocumentation(schema);
  return node && markdown ? { span: spanOf(node), markdown } : undefined;
}
