/**
 * Which properties are blocks, and how many labels they have: JSON does not tell them from attributes.
 * https://developer.hashicorp.com/terraform/language/syntax/json
 */

/** How many labels the blocks of a body have, by type. */
export type BlockShapes = ReadonlyMap<string, number>;

const noBlocks: BlockShapes = new Map();

/** The blocks of a whole file. */
export const fileBlocks: BlockShapes = new Map([
  ["resource", 2],
  ["data", 2],
  ["ephemeral", 2],
  ["variable", 1],
  ["output", 1],
  ["module", 1],
  ["provider", 1],
  ["check", 1],
  ["terraform", 0],
  ["locals", 0],
  ["moved", 0],
  ["removed", 0],
  ["import", 0],
]);

/**
 * Inside resources: the blocks of the language, and those of providers that are read here. Other providers' blocks
 * are taken for attributes.
 */
const resourceBlocks: BlockShapes = new Map([
  ["lifecycle", 0],
  ["precondition", 0],
  ["postcondition", 0],
  ["connection", 0],
  ["provisioner", 1],
  ["timeouts", 0],
  ["dynamic", 1],
  ["content", 0],
  ["statement", 0],
  ["principals", 0],
  ["not_principals", 0],
  ["condition", 0],
  ["inline_policy", 0],
]);

const terraformBlocks: BlockShapes = new Map([
  ["backend", 1],
  ["cloud", 0],
  ["workspaces", 0],
  ["required_providers", 0],
  ["provider_meta", 1],
]);

/** The blocks inside a block of the type. */
export function blocksInside(type: string): BlockShapes {
  switch (type) {
    case "resource":
    case "data":
    case "ephemeral":
      return resourceBlocks;
    case "terraform":
    case "cloud":
      return terraformBlocks;
    case "variable":
      return new Map([["validation", 0]]);
    case "output":
      return new Map([["precondition", 0]]);
    case "check":
      return new Map([
        ["data", 2],
        ["assert", 0],
      ]);
    default:
      return resourceBlocks.has(type) ? resourceBlocks : noBlocks;
  }
}

export type ValueReading = "template" | "literal" | "expression";

/** Attributes whose strings hold an expression instead of a template. */
const expressionAttributes: ReadonlySet<string> = new Set([
  "depends_on",
  "provider",
  "providers",
  "ignore_changes",
  "replace_triggered_by",
]);
const movingBlocks: ReadonlySet<string> = new Set(["moved", "removed", "import"]);

/** How the strings of an attribute are read. */
export function readingOf(block: string, attribute: string): ValueReading {
  if (block === "variable") {
    if (attribute === "type") return "expression";
    return attribute === "default" ? "literal" : "template";
  }
  if (block === "dynamic" && attribute === "iterator") return "expression";
  if (expressionAttributes.has(attribute)) return "expression";
  return movingBlocks.has(block) && /^(from|to)$/.test(attribute) ? "expression" : "template";
}
