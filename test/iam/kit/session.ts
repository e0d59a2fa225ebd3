/** A session as Spacelift opens it, and symbols for what is known only after apply. */
import { alphabetOf } from "../../../server/src/iam/alphabet.ts";
import { decodePolicy } from "../../../server/src/iam/decode.ts";
import { evaluate } from "../../../server/src/iam/match.ts";
import {
  absent,
  caller,
  contextOf,
  single,
  type ContextValue,
  type Request,
} from "../../../server/src/iam/request.ts";
import { symbolic, type StringSymbol, type SymbolicPart } from "../../../server/src/iam/symbolic.ts";
import { valueOf, type Json, type JsonObject } from "./values.ts";

export const spacelift = "324880187172";

export const account = symbol("account", "A-Za-z0-9_-", 2, 38, "account");
export const otherAccount = symbol("another account", "A-Za-z0-9_-", 2, 38, "account");
export const integration = symbol("main.id", "0-9ABCDEFGHJKMNPQRSTVWXYZ", 26, 26, "integration");
export const otherIntegration = symbol("other.id", "0-9ABCDEFGHJKMNPQRSTVWXYZ", 26, 26, "integration");
export const stack = symbol("web.id", "a-z0-9_-", 1, 255, "stack");
export const otherStack = symbol("db.id", "a-z0-9_-", 1, 255, "stack");
export const anyId = symbol("var.id", "A-Za-z0-9_+=,.@:/-", 2, 1224);

export function symbol(
  id: string,
  ranges: string,
  minLength: number,
  maxLength: number,
  distinctAs?: string,
) {
  const shape = {
    kind: "symbol",
    id,
    label: id,
    alphabet: alphabetOf(ranges),
    minLength,
    maxLength,
  } as const;
  const result: StringSymbol = distinctAs === undefined ? shape : { ...shape, distinctAs };
  return result;
}

export const symbolicId = symbolic`${account}@${integration}@${stack}@write`;

/** sts:AssumeRole by Spacelift's account, by default with an external ID that is known. */
export function session(
  keys: Readonly<Record<string, ContextValue>> = {},
  id: SymbolicPart = "acme@01GE7K9SR2DQBCRQ90DH70JF6Y@web@write",
): Request {
  const identity = symbol("Spacelift's identity", "A-Za-z0-9/_-", 6, 200);
  return {
    action: "sts:AssumeRole",
    caller: caller(symbolic`${spacelift}`, symbolic`aws`, [symbolic`arn:aws:iam::${spacelift}:${identity}`]),
    context: contextOf({ "sts:ExternalId": single(id), ...keys }, absent),
  };
}

/** One Allow statement for Spacelift, with changes; an element of `null` is left out. */
export function allow(changes: JsonObject = {}): JsonObject {
  const statement: JsonObject = {
    Effect: "Allow",
    Principal: { AWS: spacelift },
    Action: "sts:AssumeRole",
    ...changes,
  };
  return Object.fromEntries(Object.entries(statement).filter(([, value]) => value !== null));
}

export function policy(...statements: readonly Json[]): JsonObject {
  return { Version: "2012-10-17", Statement: statements };
}

export function explain(json: Json, request = session()) {
  return evaluate(decodePolicy(valueOf(json)).policy, request);
}
