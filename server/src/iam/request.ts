/** A request as IAM sees it when it reads a trust policy: who asks for what, and under which circumstances. */
import { concat, type SymbolicPart, type SymbolicString } from "./symbolic.ts";

export interface Request {
  /** For example `sts:AssumeRole`. */
  readonly action: string;
  readonly caller: Caller;
  readonly context: Context;
}

export interface Caller {
  readonly account: SymbolicString;
  readonly partition: SymbolicString;
  /** Everything that a principal in a policy may say to mean the caller. */
  readonly names: readonly SymbolicString[];
}

/** The condition keys of a request. */
export interface Context {
  /** By the key in lower case, for the names of keys have no case. */
  readonly keys: ReadonlyMap<string, ContextValue>;
  /** What holds for every other key, or the context that these keys were put into. */
  readonly others: Others | Context;
}

/** Of every other key the same, or of each what its name tells. */
type Others = ContextValue | { readonly kind: "by-name"; readonly valueOf: (key: string) => ContextValue };

export type ContextValue =
  | { readonly kind: "absent" }
  | { readonly kind: "single"; readonly value: SymbolicString }
  | { readonly kind: "several"; readonly values: readonly SymbolicString[] }
  | { readonly kind: "unknown"; readonly reason: string };

export const absent: ContextValue = { kind: "absent" };

export function single(...parts: readonly SymbolicPart[]): ContextValue {
  return { kind: "single", value: concat(...parts) };
}

/**
 * A caller in an account. Its account and the account's root ARN name it, and so do the ARNs of what it is: its role
 * or user, its session. Where those are unknown, say so by a symbol: an ARN in a policy may then be it or not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function caller(
  account: SymbolicString,
  partition: SymbolicString,
  arns: readonly SymbolicString[] = [],
): Caller {
  return {
    account,
    partition,
    names: [account, concat("arn:", partition, ":iam::", account, ":root"), ...arns],
  };
}

export function contextOf(keys: Readonly<Record<string, ContextValue>>, others: Others): Context {
  return { keys: new Map(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), value])), others };
}

export function contextValue({ keys, others }: Context, key: string): ContextValue {
  const value = keys.get(key.toLowerCase()) ?? others;
  if ("keys" in value) return contextValue(value, key);
  if (value.kind === "by-name") return value.valueOf(key);
  return value.kind === "several" && value.values.length === 0 ? absent : value;
}

/** The request with another value for one key. */
export function withKey(request: Request, key: string, value: ContextValue): Request {
  const { action, caller, context } = request;
  const keys = new Map<string, ContextValue>();
  keys.set(key.toLowerCase(), value);
  return { action, caller, context: { keys, others: context } };
}
