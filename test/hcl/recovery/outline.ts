/** The top-level items of a file, as two parsers see them. */
import { Language, type Node as TreeNode, Parser } from "web-tree-sitter";
import { parse } from "../../../server/src/hcl/parse.ts";

interface OutlineItem {
  /** Attribute or block, with its name or its type and labels. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export type Outliner = (text: string) => readonly OutlineItem[];

export const ourOutline: Outliner = (text) =>
  parse(text).body.items.flatMap((item) => {
    switch (item.kind) {
      case "Attribute":
        return [{ name: `attribute ${item.name.name}`, start: item.start, end: item.end }];
      case "Block": {
        const labels = item.labels.map((label) => label.value);
        return [{ name: ["block", item.type.name, ...labels].join(" "), start: item.start, end: item.end }];
      }
      case "BogusItem":
        return [];
    }
  });

const grammar = "@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm";

export async function treeSitterParser(): Promise<Parser> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve(grammar)));
  return parser;
}

/** The blocks and attributes that stand in no other block, even where tree-sitter has them in an error node. */
export function treeSitterOutline(parser: Parser): Outliner {
  return (text) => {
    const tree = parser.parse(text);
    if (tree === null) return [];
    const items = [...itemsIn(tree.rootNode)];
    tree.delete();
    return items;
  };
}

function isNested(node: TreeNode): boolean {
  for (let outer = node.parent; outer !== null; outer = outer.parent) if (outer.type === "block") return true;
  return false;
}

function* itemsIn(root: TreeNode): Generator<OutlineItem> {
  for (const node of root.descendantsOfType(["attribute", "block"])) {
    if (isNested(node)) continue;
    const labels: string[] = [];
    for (const child of node.namedChildren) {
      if (child.type === "identifier") labels.push(child.text);
      else if (child.type === "string_lit") labels.push(child.text.slice(1, -1));
      else break;
    }
    yield { name: [node.type, ...labels].join(" "), start: node.startIndex, end: node.endIndex };
  }
}
