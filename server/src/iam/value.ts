/** What a policy is decoded from: a JSON-like value that knows where each part of it was written. */
import type { JsonSlip } from "../base/jsonSlip.ts";
import type { Location } from "../base/location.ts";
import type { Choice } from "./choice.ts";
import type { SymbolicString } from "./symbolic.ts";

export type Value =
  StringValue | NumberValue | BoolValue | NullValue | ListValue | ObjectValue | UnknownValue | RefusedValue;

interface Written {
  /** The smallest place that a person would change to change this value. */
  readonly origin: Location | undefined;
  /** Where it was to be JSON with a policy in it: what keeps it from being that. It is a string if it cannot be read. */
  readonly slip?: JsonSlip;
}

export interface StringValue extends Written {
  readonly kind: "string";
  readonly value: SymbolicString;
}

export interface NumberValue extends Written {
  readonly kind: "number";
  readonly value: number;
}

export interface BoolValue extends Written {
  readonly kind: "bool";
  readonly value: boolean;
}

export interface NullValue extends Written {
  readonly kind: "null";
}

/** An unknown item stands for any number of items. */
export interface ListValue extends Written {
  readonly kind: "list";
  readonly items: readonly Value[];
  /** Those of the items that a loop makes, of which nobody knows whether it runs. */
  readonly looped?: ReadonlySet<Value>;
  /** No two statements in it have one Sid: what makes the list lets the later one replace the other, or refuses both. */
  readonly sidsDiffer?: true;
}

/** In the order written; a key that was written twice is there twice. */
export interface ObjectValue extends Written {
  readonly kind: "object";
  readonly entries: readonly ObjectEntry[];
}

export interface ObjectEntry {
  readonly key: SymbolicString;
  readonly keyOrigin: Location | undefined;
  readonly value: Value;
}

export interface UnknownValue extends Written {
  readonly kind: "unknown";
  /** Why it is unknown, for people. */
  readonly reason: string;
  /** One value or the other; in a list one run of items or the other. */
  readonly choice?: Choice<Value>;
  /** In a list, what a loop makes of an element: the condition of the choice is the name of the element. */
  readonly looped?: true;
}

/** What whoever puts the policy together does not take, so that there will be no policy. */
export interface RefusedValue extends Written {
  readonly kind: "refused";
  readonly reason: Refusal;
  /** The offending text or name. */
  readonly detail: string;
  /** False where that depends on what is not known. */
  readonly isCertain: boolean;
}

export type Refusal =
  "sid-repeated" | "statements-not-listed" | "policy-not-object" | `json-${JsonSlip["kind"]}`;
