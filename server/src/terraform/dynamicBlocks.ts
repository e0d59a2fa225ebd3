/**
 * Nested blocks as the provider gets them: those that are written, and those that `dynamic` blocks make.
 * https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
 */
import type { Location } from "../base/location.ts";
import type { Block, Body } from "../hcl/ast.ts";
import { attributeOf, blocksOf } from "./block.ts";
import { conditionId } from "./choice.ts";
import { standInsOf } from "./standIns.ts";
import { elementsOf, isElements } from "./expressions/iterate.ts";
import type { ModuleFile } from "./module.ts";
import type { EvaluatedModule } from "./repetition.ts";
import { firstUnknown, objectValue, unknownValue, type UnknownReason, type Value } from "./value.ts";

/** A body with the names that are bound around it. */
export interface BoundBody {
  readonly body: Body;
  readonly file: ModuleFile;
  readonly names: ReadonlyMap<string, Value>;
  /** The header of the block. */
  readonly block: Block;
}

/** Any number of blocks, or those of a choice where it is known between what. */
export interface OpenBlocks {
  readonly reason: UnknownReason;
  readonly at: Location;
  readonly choice: BlockChoice | undefined;
}

interface BlockChoice {
  /** Equal for conditions that are true together. */
  readonly condition: string;
  readonly then: Blocks;
  readonly otherwise: Blocks;
  /** The condition is the name of an element, and asks whether there is such an element. */
  readonly looped: boolean;
}

type Blocks = readonly (BoundBody | OpenBlocks)[];

/** Blocks of the type, in order. */
export function expandBlocks(evaluated: EvaluatedModule, outer: BoundBody, type: string): Blocks {
  return blocksOf(outer.body).flatMap((block): Blocks => {
    if (block.type.name === type) return [{ ...outer, body: block.body, block }];
    const isDynamic = block.type.name === "dynamic" && block.labels[0]?.value === type;
    return isDynamic ? expandDynamic(evaluated, outer, block, type) : [];
  });
}

export function isUnknown(block: BoundBody | OpenBlocks): block is OpenBlocks {
  return "reason" in block;
}

function expandDynamic(
  evaluated: EvaluatedModule,
  { file, names }: BoundBody,
  block: Block,
  type: string,
): Blocks {
  const [content] = blocksOf(block.body, "content");
  const forEach = attributeOf(block, "for_each");
  if (!content || !forEach) return [];
  const at = { uri: file.uri, span: { start: block.start, end: block.end } };
  const iterator = attributeOf(block, "iterator")?.value;
  const name = iterator?.kind === "Variable" ? iterator.name : type;
  const blockFor = (key: Value, value: Value): BoundBody => {
    const bound = objectValue([
      ["key", key],
      ["value", value],
    ]);
    return { body: content.body, file, names: new Map(names).set(name, bound), block };
  };
  return blocksOver(evaluated.evaluate(forEach.value, file, names), at, blockFor);
}

function blocksOver(
  collection: Value,
  at: Location,
  blockFor: (key: Value, value: Value) => BoundBody,
): Blocks {
  const elements = elementsOf(collection, at);
  if (isElements(elements)) return elements.map(({ key, value }) => blockFor(key, value));
  const reason = firstUnknown(elements) ?? { kind: "known after apply", subject: "", at };
  const { choice, segments } = collection.kind === "unknown" ? collection : {};
  if (segments) {
    const place = unknownValue(reason);
    return segments.flatMap((segment) => blocksOver(segment, at, (_, value) => blockFor(place, value)));
  }
  const standIns = standInsOf(collection);
  if (standIns && !choice) {
    return standIns.map(({ key, value, under }) => underElements(under, blockFor(key, value), reason, at));
  }
  const over = (one: Value): Blocks => blocksOver(one, at, blockFor);
  return [
    {
      reason,
      at,
      choice: choice && {
        condition: conditionId(choice.condition),
        then: over(choice.then),
        otherwise: over(choice.otherwise),
        looped: false,
      },
    },
  ];
}

/** The block where there are elements of all these names. */
function underElements(
  names: readonly string[],
  block: BoundBody,
  reason: UnknownReason,
  at: Location,
): BoundBody | OpenBlocks {
  return names.reduceRight<BoundBody | OpenBlocks>(
    (inner, condition) => ({
      reason,
      at,
      choice: { condition, then: [inner], otherwise: [], looped: true },
    }),
    block,
  );
}
