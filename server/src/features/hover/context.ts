/** What every kind of hover works on, and what it gives. */
import type { ModuleView } from "../../analysis/moduleView.ts";
import type { Span } from "../../base/span.ts";
import type { Attribute, Block, Node } from "../../hcl/ast.ts";
import { familyType } from "../../spacelift/family.ts";
import { attributeNamed, type AttributeSchema, type BlockSchema } from "../../spacelift/schema.ts";
import type { ModuleFile } from "../../terraform/module.ts";

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

export interface HoverContext {
  readonly view: ModuleView;
  readonly file: ModuleFile;
  readonly text: string;
  readonly offset: number;
  /** The nodes at the offset, the file's body first. */
  readonly path: readonly Node[];
  /** False where another extension shows the plain documentation of types and attributes. */
  readonly plain: boolean;
}

export interface FamilyAttribute {
  readonly node: Attribute;
  readonly attribute: AttributeSchema;
  readonly schema: BlockSchema;
}

/** The schema of the resource or data block that the path leads through. */
export function familySchema(path: readonly Node[]): BlockSchema | undefined {
  const block = path.find((node): node is Block => node.kind === "Block");
  const mode = block?.type.name;
  if (mode !== "resource" && mode !== "data") return undefined;
  return familyType(mode, block?.labels[0]?.value ?? "");
}

/** The attribute of a family type, right in its block, that the path leads through. */
export function familyAttribute({ path }: HoverContext): FamilyAttribute | undefined {
  const schema = familySchema(path);
  const [, , , node] = path;
  if (!schema || node?.kind !== "Attribute") return undefined;
  const attribute = attributeNamed(schema, node.name.name);
  return attribute && { node, attribute, schema };
}

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

/** Source code of one line or more, as markdown. */
export function code(source: string): string {
  return `\`\`\`terraform\n${source}\n\`\`\``;
}
