/**
 * Integrations with `count` or `for_each`: the policy stands in a role of each instance, or in one role for all.
 * https://developer.hashicorp.com/terraform/language/meta-arguments/for_each
 */
import { textOf } from "../../base/span.ts";
import type { Block, Expression } from "../../hcl/ast.ts";
import { text, type WrittenItem } from "../../hcl/write.ts";
import type { ModuleFile } from "../../terraform/module.ts";
import { repetitionOf as attributeOf } from "../../terraform/moduleReferences.ts";
import { referencesIn } from "../../terraform/references.ts";

export interface Repetition {
  /** `count = 2`, for a block that is to be repeated in the same way. */
  readonly item: WrittenItem;
  /** What follows the address of such a block to name the instance of one's own. */
  readonly index: "[count.index]" | "[each.key]";
  /** What tells the instances apart, in text. */
  readonly key: "count.index" | "each.key";
}

export function repetitionIn(block: Block, file: ModuleFile): Repetition | undefined {
  const attribute = attributeOf(block);
  if (!attribute) return undefined;
  const key = attribute.name.name === "count" ? "count.index" : "each.key";
  const value = textOf(file.syntax.text, attribute.value);
  return {
    item: { key: attribute.name.name, value: text(value) },
    index: `[${key}]`,
    key,
  };
}

/** True for an expression that is another one in each instance of its block. */
export function namesInstance(expression: Expression): boolean {
  return referencesIn(expression).some(({ kind }) => kind === "each" || kind === "count");
}

/** What stands for `each.key`, `each.value` and `count.index` in another place. */
export type Iterators = Readonly<Partial<Record<"each.key" | "each.value" | "count.index", string>>>;

/** The expression's text with other names for its instance; undefined where one that it uses has none. */
export function withIterators(
  expression: Expression,
  { syntax }: ModuleFile,
  iterators: Iterators,
): string | undefined {
  let result = "";
  let position = expression.start;
  for (const { kind, steps, start } of referencesIn(expression)) {
    if (kind !== "each" && kind !== "count") continue;
    const [first] = steps;
    if (first?.kind !== "attribute") return undefined;
    const name = nameIn(iterators, `${kind}.${first.name}`);
    if (name === undefined) return undefined;
    result += syntax.text.slice(position, start) + name;
    position = first.span.end;
  }
  return result + syntax.text.slice(position, expression.end);
}

function nameIn(iterators: Iterators, iterator: string): string | undefined {
  switch (iterator) {
    case "each.key":
    case "each.value":
    case "count.index":
      return iterators[iterator];
    default:
      return undefined;
  }
}
