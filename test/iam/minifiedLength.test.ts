/** How long policies are for IAM's quota. */
import { expect, it } from "vitest";
import { minifiedLength } from "../../server/src/iam/minifiedLength.ts";
import { symbolic } from "../../server/src/iam/symbolic.ts";
import { account, allow, integration, policy } from "./kit/session.ts";
import { s, Unknown, valueOf } from "./kit/values.ts";

it("measures without white space", () => {
  const json = policy(allow({ Condition: { StringLike: { "sts:ExternalId": ["acme@*", "b"] } } }));
  const length = JSON.stringify(json).length;
  expect(minifiedLength(valueOf(json))).toEqual({ least: length, most: length });
  expect(minifiedLength(valueOf("a b"))).toEqual({ least: 4, most: 4 });
});

it("measures symbols by the lengths that they can have", () => {
  expect(minifiedLength(valueOf(s(symbolic`${account}@${integration}`)))).toEqual({ least: 31, most: 67 });
  expect(minifiedLength(valueOf([new Unknown("x")]))).toEqual({ least: 2, most: Infinity });
  expect(minifiedLength(valueOf(["a", new Unknown("x")]))).toEqual({ least: 5, most: Infinity });
});
