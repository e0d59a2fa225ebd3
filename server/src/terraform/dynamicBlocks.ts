/**
 * Nested blocks as the provider gets them: those that are written, and those that `dynamic` blocks make.
 * https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
 */
import type { Block, Body } from "../hcl/ast.ts";
import { attributeOf, blocksOf } from "./block.ts";
import { elementsOf, isElements } from "./expressions/iterate.ts";
import type { ModuleFile } from "./module.ts";
import type { EvaluatedModule } from "./repetition.ts";
import { firstUnknown, objectValue, unknownValue, type UnknownValue, type Value } from "./value.ts";

/** A body with the names that are bound around it. */
export interface BoundBody {
  readonly body: Body;
  readonly file: ModuleFile;
  readonly names: ReadonlyMap<string, Value>;
  /** The header of the block. */
  readonly block: Block;
}

/** Blocks of the type, in order; an unknown value stands for any number of them. */
export function expandBlocks(
  evaluated: EvaluatedModule,
  outer: BoundBody,
  type: string,
): readonly (BoundBody | UnknownValue)[] {
  return blocksOf(outer.body).flatMap((block): readonly (BoundBody | UnknownValue)[] => {
    if (block.type.name === type) return [{ ...outer, body: block.body, block }];
    const isDynamic = block.type.name === "dynamic" && block.labels[0]?.value === type;
    return isDynamic ? expandDynamic(evaluated, outer, block, type) : [];
  });
}

export function isUnknown(block: BoundBody | UnknownValue): block is UnknownValue {
  return "kind" in block;
}

function expandDynamic(
  evaluated: EvaluatedModule,
  { file, names }: BoundBody,
  block: Block,
  type: string,
): readonly (BoundBody | UnknownValue)[] {
  const [content] = blocksOf(block.body, "content");
  const forEach = attributeOf(block, "for_each");
  if (!content || !forEach) return [];
  const at = { uri: file.uri, span: { start: block.start, end: block.end } };
  const elements = elementsOf(evaluated.evaluate(forEach.value, file, names), at);
  if (!isElements(elements)) {
    const reason = firstUnknown(elements);
    return [unknownValue(reason ?? { kind: "known after apply", subject: "", at }, undefined, [at])];
  }
  const iterator = attributeOf(block, "iterator")?.value;
  const name = iterator?.kind === "Variable" ? iterator.name : type;
  return elements.map(({ key, value }) => {
    const bound = objectValue([
      ["key", key],
      ["value", value],
    ]);
    return { body: content.body, file, names: new Map(names).set(name, bound), block };
  });
}
