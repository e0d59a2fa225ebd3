/** Which Sids are the same for certain, which perhaps, and which never. */
import { describe, expect, it } from "vitest";
import { decodePolicy } from "../../server/src/iam/decode.ts";
import { haveSameSid } from "../../server/src/iam/sids.ts";
import { concat, symbolic, type SymbolicString } from "../../server/src/iam/symbolic.ts";
import type { Value } from "../../server/src/iam/value.ts";
import { allow, anyId, integration, otherIntegration, policy, symbol } from "./kit/session.ts";
import { s, Unknown, valueOf, type Json } from "./kit/values.ts";

const perhapsEmpty = symbol("var.sid", "A-Za-z0-9", 0, 100);
const withSid = (sid: Json): Value => valueOf(allow({ Sid: sid }));
const named = (text: SymbolicString): Json => s(text);

describe("two Sids are the same", () => {
  it.each<[truth: string, one: Json, other: Json]>([
    ["yes", "A", "A"],
    ["no", "A", "a"],
    ["no", "A", null],
    ["no", "", ""],
    ["yes", named(symbolic`A${integration}`), named(symbolic`A${integration}`)],
    ["no", named(symbolic`A${integration}`), named(symbolic`A${otherIntegration}`)],
    ["no", named(symbolic`A${anyId}`), named(symbolic`B${anyId}`)],
    ["unknown", named(symbolic`A${anyId}`), "Abc"],
    ["no", named(symbolic`A${anyId}`), "A"],
    ["unknown", named(symbolic`${perhapsEmpty}`), named(symbolic`${perhapsEmpty}`)],
    ["yes", named(symbolic`A${perhapsEmpty}`), named(symbolic`A${perhapsEmpty}`)],
    ["unknown", new Unknown("x"), "A"],
  ])("%s: %j, %j", (truth, one, other) => {
    expect(haveSameSid(withSid(one), withSid(other))).toBe(truth);
  });
});

const choice = (condition: string, then: readonly Value[], otherwise: readonly Value[]): Value => ({
  kind: "unknown",
  reason: condition,
  origin: undefined,
  choice: { condition, then, otherwise },
});
const problemsOf = (...statements: readonly Value[]) =>
  decodePolicy({
    kind: "object",
    origin: undefined,
    entries: [
      {
        key: concat("Statement"),
        keyOrigin: undefined,
        value: { kind: "list", items: statements, origin: undefined },
      },
    ],
  }).problems.map(({ reason, isCertain }) => `${reason} ${isCertain}`);

describe("a Sid that is there twice", () => {
  const [a, again] = [withSid("A"), withSid("A")];

  it("is refused where both statements are there", () => {
    expect(problemsOf(a, again)).toEqual(["sid-repeated true"]);
  });

  it("may be refused where one of them may not be there", () => {
    expect(problemsOf(a, choice("x", [again], []))).toEqual(["sid-may-be-repeated false"]);
    expect(problemsOf(choice("x", [a], []), choice("y", [], [again]))).toEqual(["sid-may-be-repeated false"]);
    expect(problemsOf(choice("x", [a, again], []))).toEqual(["sid-may-be-repeated false"]);
  });

  it("is right where only one of them is there", () => {
    expect(problemsOf(choice("x", [a], [again]))).toEqual([]);
    expect(problemsOf(choice("x", [a], []), choice("x", [], [again]))).toEqual([]);
  });

  it("may be refused where symbols can come to it", () => {
    const one = valueOf(allow({ Sid: s(symbolic`A${anyId}`) }), "/1");
    const other = valueOf(allow({ Sid: s(symbolic`A${perhapsEmpty}`) }), "/2");
    expect(problemsOf(one, other)).toEqual(["sid-may-be-repeated false"]);
  });

  it("counts as different where one expression makes different symbols", () => {
    const one = valueOf(allow({ Sid: s(symbolic`A${anyId}`) }));
    const other = valueOf(allow({ Sid: s(symbolic`A${perhapsEmpty}`) }));
    expect(problemsOf(one, other)).toEqual([]);
  });
});

it("sees a bad Sid in a part that may not be there", () => {
  expect(problemsOf(choice("x", [withSid("a b")], []))).toEqual(["part-may-be-refused false"]);
  expect(decodePolicy(valueOf(policy(allow({ Sid: "a-b" })))).problems).toHaveLength(1);
});
