/** What belongs where the cursor is: the attribute of the family whose value, or element of it, is being written. */
import type { Block, Node } from "../../hcl/ast.ts";
import { familyType } from "../../spacelift/family.ts";
import { attributeNamed, type AttributeSchema, type BlockSchema } from "../../spacelift/schema.ts";
import type { ValuePlace } from "./place.ts";

export interface Expectation {
  readonly schema: BlockSchema;
  readonly attribute: AttributeSchema;
  /** One element of the list or set, not the whole. */
  readonly element: boolean;
}

export function schemaOfBlock(block: Block): BlockSchema | undefined {
  const mode = block.type.name;
  return mode === "resource" || mode === "data" ? familyType(mode, block.labels[0]?.value ?? "") : undefined;
}

/** Nothing where the attribute is not of the family, or the expression around the cursor makes something else of it. */
export function expectationAt({ blocks, attribute, path }: ValuePlace): Expectation | undefined {
  const [block, ...nested] = blocks;
  const schema = block && nested.length === 0 ? schemaOfBlock(block) : undefined;
  const found = schema && attributeNamed(schema, attribute.name.name);
  if (!schema || !found) return undefined;
  const element = reachesThrough(path, 0, false);
  return element === undefined ? undefined : { schema, attribute: found, element };
}

/** Functions that hand an argument on as it is, or its elements. */
const transparent: ReadonlySet<string> = new Set([
  ...["coalesce", "try", "sensitive", "nonsensitive", "toset", "tolist", "tostring", "tonumber", "tobool"],
  ...["concat", "distinct", "compact", "flatten", "setunion", "coalescelist"],
]);

/** Whether the end of the path is an element; undefined where it is neither the value nor an element of it. */
function reachesThrough(path: readonly Node[], index: number, element: boolean): boolean | undefined {
  const node = path[index];
  const next = path[index + 1];
  if (!node || !next) return node?.kind === "TupleConstructor" ? true : element;
  switch (node.kind) {
    case "Conditional":
      return next === node.condition ? undefined : reachesThrough(path, index + 1, element);
    case "FunctionCall":
      return transparent.has(node.name.name) ? reachesThrough(path, index + 1, element) : undefined;
    case "TupleConstructor":
      return reachesThrough(path, index + 1, true);
    case "Index":
      return next === node.key ? undefined : reachesThrough(path, index + 1, element);
    case "Template":
      // Text beside an interpolation: neither is the value.
      return node.parts.length > 1 ? undefined : reachesThrough(path, index + 1, element);
    case "TemplateInterpolation":
    case "Parentheses":
    case "GetAttribute":
    case "BogusExpression":
      return reachesThrough(path, index + 1, element);
    default:
      return undefined;
  }
}
