/** A trust policy as IAM reads it, each part with the place where it was written. */
import type { Location } from "../base/location.ts";
import type { Choice } from "./choice.ts";
import type { SymbolicString } from "./symbolic.ts";
import type { StringValue } from "./value.ts";

export interface Policy {
  readonly version: Text | Unknown | undefined;
  readonly id: Text | Unknown | undefined;
  readonly statements: readonly (Statement | UnknownItems<Statement>)[];
  readonly origin: Location | undefined;
}

export interface Statement {
  readonly kind: "statement";
  readonly sid: Text | Unknown | undefined;
  readonly effect: Effect | Unknown;
  readonly principals: readonly (Principal | UnknownItems<Principal>)[];
  readonly action: ActionElement;
  readonly conditions: readonly (Condition | UnknownItems<Condition>)[];
  readonly origin: Location | undefined;
}

export interface Effect {
  readonly kind: "effect";
  readonly name: "Allow" | "Deny";
  readonly origin: Location | undefined;
}

export type PrincipalType = "AWS" | "Service" | "Federated" | "CanonicalUser" | "*";

export interface Principal {
  readonly kind: "principal";
  readonly type: PrincipalType;
  readonly value: SymbolicString;
  readonly origin: Location | undefined;
}

/** `Action`, or with `excluding` `NotAction`. */
export interface ActionElement {
  readonly excluding: boolean;
  readonly names: readonly (Text | UnknownItems<Text>)[];
  readonly origin: Location | undefined;
}

/** One key under one operator. */
export interface Condition {
  readonly kind: "condition";
  readonly operator: OperatorUse;
  readonly key: SymbolicString;
  readonly keyOrigin: Location | undefined;
  readonly values: readonly (Text | UnknownItems<Text>)[];
  /** The value or the list of values. */
  readonly origin: Location | undefined;
}

/** An operator as a condition names it: `ForAnyValue:StringLikeIfExists`. */
export interface OperatorUse {
  /** The operator's own name, in its proper case where it is one. */
  readonly name: string;
  readonly qualifier: "ForAllValues" | "ForAnyValue" | undefined;
  readonly ifExists: boolean;
  readonly origin: Location | undefined;
}

/** A text is the value that it was read from. */
export type Text = StringValue;

/** A part that may be anything; in a list, any number of things. */
export interface Unknown {
  readonly kind: "unknown";
  readonly reason: string;
  readonly origin: Location | undefined;
}

/** In a list: any number of things, or those of a choice where it is known between what. */
export interface UnknownItems<Item> extends Unknown {
  readonly choice?: Choice<Item | UnknownItems<Item>>;
}

/** The operator as a policy writes it. */
export function operatorText({ name, qualifier, ifExists }: OperatorUse): string {
  return `${qualifier === undefined ? "" : `${qualifier}:`}${name}${ifExists ? "IfExists" : ""}`;
}

/** Visits the items, those of a choice too. */
export function eachItem<Item extends { readonly kind: string }>(
  items: readonly (Item | UnknownItems<Item>)[],
  visit: (item: Item) => void,
): void {
  for (const item of items) {
    if (!isUnknown(item)) visit(item);
    else if (item.choice) for (const run of [item.choice.then, item.choice.otherwise]) eachItem(run, visit);
  }
}

function isUnknown<Item extends { readonly kind: string }>(
  item: Item | UnknownItems<Item>,
): item is UnknownItems<Item> {
  return item.kind === "unknown";
}
