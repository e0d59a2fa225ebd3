/** Checks a condition operator on values of one key. */
import { expect, it } from "vitest";
import { absent, single } from "../../../server/src/iam/request.ts";
import { allow, explain, policy, session } from "./session.ts";
import type { Json } from "./values.ts";

/** A value of the request (undefined where the key is missing), the values of the policy, and whether it holds. */
type OperatorCase = readonly [actual: string | undefined, wanted: Json, holds: boolean];

export function checkOperator(operator: string, cases: readonly OperatorCase[]): void {
  it.each([...cases])(`${operator}: %j against %j is %s`, (actual, wanted, holds) => {
    const request = session({ key: actual === undefined ? absent : single(actual) });
    const json = policy(allow({ Condition: { [operator]: { key: wanted } } }));
    expect(explain(json, request).outcome).toBe(holds ? "allowed" : "refused");
  });
}
