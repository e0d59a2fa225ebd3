/** Why a policy answers a request as it does: a tree that whatever tells it to a person reads. */
import type { Truth, UnknownCause } from "./formula.ts";
import type { Condition, Principal, Statement, Text, Unknown } from "./policy.ts";
import type { PatternPart } from "./pattern.ts";
import type { SymbolicString } from "./symbolic.ts";

export type Outcome = "allowed" | "refused" | "unknown";

export interface Explanation {
  readonly outcome: Outcome;
  readonly ground: Ground;
  /** Where the outcome is unknown: why. */
  readonly causes: readonly UnknownCause[];
  /** Worked out when it is first asked for. */
  readonly statements: readonly (StatementExplanation | UnknownPart)[];
}

/** What the outcome rests on. */
export type Ground = "allowed-by-statement" | "denied-by-statement" | "no-statement-allows" | "undecided";

export interface StatementExplanation {
  readonly kind: "statement";
  readonly statement: Statement;
  /** Whether the statement applies to the request: its principal, its action and all its conditions. */
  readonly applies: Truth;
  readonly causes: readonly UnknownCause[];
  readonly principal: PrincipalExplanation;
  readonly action: ActionExplanation;
  readonly conditions: readonly (ConditionExplanation | UnknownPart)[];
}

export interface UnknownPart {
  readonly kind: "unknown";
  readonly part: Unknown;
}

export interface PrincipalExplanation {
  readonly matches: Truth;
  readonly principals: readonly (PrincipalEntryExplanation | UnknownPart)[];
}

export interface PrincipalEntryExplanation {
  readonly kind: "principal";
  readonly principal: Principal;
  readonly matches: Truth;
  readonly causes: readonly UnknownCause[];
  /** Where it does not match: what is different. */
  readonly mismatch: PrincipalMismatch | undefined;
}

export type PrincipalMismatch =
  /** A service, a federated identity or a canonical user, not an AWS account. */
  | { readonly kind: "other-type" }
  | { readonly kind: "other-account"; readonly account: SymbolicString }
  | { readonly kind: "other-partition"; readonly partition: SymbolicString }
  /** A role, a user or a session of the caller's account that is not the caller. */
  | { readonly kind: "other-identity" }
  /** Nothing that AWS takes for a principal. */
  | { readonly kind: "not-a-principal" };

export interface ActionExplanation {
  readonly matches: Truth;
  readonly causes: readonly UnknownCause[];
  /** The entries that match the action; under `NotAction`, the entries that exclude it. */
  readonly matching: readonly Text[];
}

export interface ConditionExplanation {
  readonly kind: "condition";
  readonly condition: Condition;
  readonly holds: Truth;
  readonly causes: readonly UnknownCause[];
  /** What the request has under the key. */
  readonly key: "present" | "absent" | "unknown";
  readonly values: readonly (ValueExplanation | UnknownPart)[];
}

export interface ValueExplanation {
  readonly kind: "value";
  readonly value: Text;
  /** Whether the request's value (or one of its values) matches this one, before any negation. */
  readonly matches: Truth;
  readonly mismatch: ValueMismatch | undefined;
  /** The value as IAM reads it for the request: with policy variables replaced. */
  readonly readAs: readonly PatternPart[];
}

export type ValueMismatch =
  | { readonly kind: "differs" }
  /** It would match but for the case of its letters. */
  | { readonly kind: "case-differs" }
  /** It holds `*` or `?`, which this operator takes literally; whether it would match as a pattern. */
  | { readonly kind: "wildcard-is-literal"; readonly asPattern: Truth }
  | { readonly kind: "variable-unresolved"; readonly variable: string };
