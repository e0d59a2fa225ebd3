/** What an evaluation needs from the world around the expression: references, files, limits. */
import type { Location } from "../base/location.ts";
import type { Span } from "../base/span.ts";
import type { FilePath } from "./filePath.ts";
import type { ErrorReason, Value } from "./value.ts";

/** A root name with the attribute steps and the literal index steps written behind it. */
export interface Reference {
  readonly root: string;
  readonly steps: readonly ReferenceStep[];
  /** Where all of it is written. */
  readonly at: Location;
}

/** `.name` is the same step as `["name"]`; `[0]` has the key `0`. */
export interface ReferenceStep {
  readonly key: string | number;
  /** True for a key in brackets. */
  readonly quoted: boolean;
  /** The traversal up to the step. */
  readonly node: Span;
}

export interface Resolution {
  readonly value: Value;
  /** How many steps of the reference led to the value; the evaluator goes on with the rest. */
  readonly consumed: number;
}

export interface Scope {
  /** The file in which the expression is written. */
  readonly uri: string;
  /** How much larger the spans of the nodes are than the offsets in the file; 0 where not said. */
  readonly shift?: number;
  /** True inside a template that is rendered by a function. */
  readonly inTemplate?: boolean;
  /** Names that nobody knows come back as an error or as unknown. */
  resolve(reference: Reference): Resolution;
  /** Undefined where no file may be read. */
  readonly files: Files | undefined;
  readonly budget: Budget;
}

/** Reads files inside the workspace. */
export interface Files {
  read(path: FilePath): FileContent;
  /** The files in the folder and in those below it, as paths relative to it, with `/`. */
  list(folder: FilePath): readonly string[] | undefined;
}

/** `absent` is certain; `unreadable` lies outside the workspace, is too large, or is not loaded. */
export type FileContent =
  | { readonly kind: "content"; readonly bytes: Uint8Array; readonly uri: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable" };

/** What an evaluation costs and where it failed; shared by everything that is evaluated for one question. */
export interface Budget {
  /** Evaluation steps left. */
  steps: number;
  /** How many expressions may still be nested. */
  depth: number;
  /** Every error for which Terraform would refuse the whole expression, even if a part of it is known. */
  failures: ErrorReason[];
}

export function newBudget(): Budget {
  return { steps: 200_000, depth: 200, failures: [] };
}

/** An error that is passed on is one error. */
export function noteFailure({ failures }: Budget, reason: ErrorReason): void {
  if (failures.at(-1) !== reason) failures.push(reason);
}

/** The longest string and the largest collection that a function may build. */
export const mostCharacters = 4_000_000;
export const mostElements = 65_536;

/** A scope with more names in it, such as the variables of a `for`. */
export function childScope(parent: Scope, names: ReadonlyMap<string, Value>): Scope {
  return {
    ...parent,
    resolve(reference) {
      const value = names.get(reference.root);
      return value === undefined ? parent.resolve(reference) : { value, consumed: 0 };
    },
  };
}
