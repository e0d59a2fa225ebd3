/**
 * The index that a reference needs where its target has `count` or `for_each`.
 * https://developer.hashicorp.com/terraform/language/meta-arguments/for_each#referring-to-instances
 */
import type { Attribute, Block, Expression } from "../../hcl/ast.ts";
import type { BlockDeclaration } from "../../terraform/module.ts";
import { repetitionOf } from "../../terraform/moduleReferences.ts";
import { referencesIn } from "../../terraform/references.ts";
import { literalText } from "../literals.ts";
import { choice, literal, placeholder } from "./snippetText.ts";

export interface IndexText {
  /** For lists. */
  readonly label: string;
  readonly snippet: string;
}

export const noIndex: IndexText = { label: "", snippet: "" };

const mostKeys = 20;

export function indexInto(target: BlockDeclaration, from: Block | undefined): IndexText {
  const repetition = repetitionOf(target.block);
  if (!repetition) return noIndex;
  const own = from && repetitionOf(from);
  if (own && own.name.name === repetition.name.name && goesAlong(own, repetition, target)) {
    return plain(repetition.name.name === "count" ? "[count.index]" : "[each.key]");
  }
  return repetition.name.name === "count" ? plain("[0]") : byKey(literalKeys(repetition.value));
}

/** Both are repeated alike: over the same things, or one over the other. */
function goesAlong(own: Attribute, repetition: Attribute, target: BlockDeclaration): boolean {
  return (
    own.name.name === "count" ||
    referencesIn(own.value).some(({ address }) => address === target.address) ||
    sameReferences(own.value, repetition.value)
  );
}

function sameReferences(a: Expression, b: Expression): boolean {
  const addresses = (expression: Expression): string =>
    referencesIn(expression)
      .map(({ address }) => address)
      .join();
  return addresses(a) !== "" && addresses(a) === addresses(b);
}

function plain(text: string): IndexText {
  return { label: text, snippet: literal(text) };
}

function byKey(keys: readonly string[]): IndexText {
  const [only, ...others] = keys;
  if (only !== undefined && others.length === 0) return plain(`["${only}"]`);
  const snippet = keys.length > 0 ? choice(1, keys) : placeholder(1, "key");
  return { label: '["…"]', snippet: `["${snippet}"]` };
}

/** The keys of `toset(["a", "b"])` and of `{ a = … }`, as far as they are literal. */
function literalKeys(value: Expression): readonly string[] {
  switch (value.kind) {
    case "FunctionCall":
      return value.name.name === "toset" && value.args[0] ? literalKeys(value.args[0]) : [];
    case "TupleConstructor":
      return value.elements.slice(0, mostKeys).flatMap(literalText);
    case "ObjectConstructor":
      return value.items
        .slice(0, mostKeys)
        .flatMap(({ key }) => (key.kind === "Variable" ? [key.name] : literalText(key)));
    default:
      return [];
  }
}
