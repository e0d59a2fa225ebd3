/** Copies of nodes for a text in which they stand further on, or further back. */
import type {
  Attribute,
  Block,
  Body,
  BodyItem,
  Expression,
  Identifier,
  Label,
  SyntaxProblem,
} from "./ast.ts";
import type { Span } from "../base/span.ts";

/** The item as it is when all its offsets have grown by `delta`. Its inside is only copied when it is read. */
export function shiftItem(item: BodyItem, delta: number): BodyItem {
  if (item instanceof ShiftedBlock) return new ShiftedBlock(item.original, item.delta + delta);
  if (item instanceof ShiftedAttribute) return new ShiftedAttribute(item.original, item.delta + delta);
  switch (item.kind) {
    case "Block":
      return new ShiftedBlock(item, delta);
    case "Attribute":
      return new ShiftedAttribute(item, delta);
    case "BogusItem":
      return { kind: "BogusItem", start: item.start + delta, end: item.end + delta };
  }
}

class ShiftedBlock implements Block {
  readonly kind = "Block";
  readonly start: number;
  readonly end: number;
  readonly original: Block;
  readonly delta: number;
  #copy: Block | undefined;

  constructor(original: Block, delta: number) {
    this.start = original.start + delta;
    this.end = original.end + delta;
    this.original = original;
    this.delta = delta;
  }

  get #shifted(): Block {
    return (this.#copy ??= shifted(this.original, this.delta));
  }
  get type(): Identifier {
    return this.#shifted.type;
  }
  get labels(): readonly Label[] {
    return this.#shifted.labels;
  }
  get open(): Span | undefined {
    return this.#shifted.open;
  }
  get body(): Body {
    return this.#shifted.body;
  }
  get close(): Span | undefined {
    return this.#shifted.close;
  }
}

class ShiftedAttribute implements Attribute {
  readonly kind = "Attribute";
  readonly start: number;
  readonly end: number;
  readonly original: Attribute;
  readonly delta: number;
  #copy: Attribute | undefined;

  constructor(original: Attribute, delta: number) {
    this.start = original.start + delta;
    this.end = original.end + delta;
    this.original = original;
    this.delta = delta;
  }

  get #shifted(): Attribute {
    return (this.#copy ??= shifted(this.original, this.delta));
  }
  get name(): Identifier {
    return this.#shifted.name;
  }
  get equals(): Span | undefined {
    return this.#shifted.equals;
  }
  get value(): Expression {
    return this.#shifted.value;
  }
}

/** Fields that hold offsets, in nodes, spans and problems. */
const offsets: ReadonlySet<string> = new Set(["start", "end", "at"]);

/** A deep copy with all offsets moved. It goes without recursion, because trees can be deep. */
function shifted<T extends object>(original: T, delta: number): T {
  // The copy has the fields of the original, with values of the same types.
  return shiftedCopy(original, delta) as T;
}

function shiftedCopy(original: object, delta: number): object {
  const root: Record<string, unknown> = { ...original };
  const waiting: Record<string, unknown>[] = [root];
  for (let copy = waiting.pop(); copy !== undefined; copy = waiting.pop()) {
    for (const key in copy) {
      const value = copy[key];
      if (typeof value === "number") {
        if (offsets.has(key)) copy[key] = value + delta;
      } else if (typeof value === "object" && value !== null) {
        copy[key] = Array.isArray(value) ? copyList(value, waiting) : queued({ ...value }, waiting);
      }
    }
  }
  return root;
}

function copyList(list: readonly object[], waiting: Record<string, unknown>[]): readonly object[] {
  return list.length === 0 ? list : list.map((element) => queued({ ...element }, waiting));
}

function queued(copy: Record<string, unknown>, waiting: Record<string, unknown>[]): object {
  waiting.push(copy);
  return copy;
}

export function shiftProblem(problem: SyntaxProblem, delta: number): SyntaxProblem {
  return shifted(problem, delta);
}
