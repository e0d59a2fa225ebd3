/** Policies as values and as text, and how long they are for IAM's quota. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { decodePolicy } from "../../server/src/iam/decode.ts";
import { encodePolicy } from "../../server/src/iam/encode.ts";
import { minifiedLength, renderJson } from "../../server/src/iam/render.ts";
import { symbolic } from "../../server/src/iam/symbolic.ts";
import { account, allow, integration, policy } from "./kit/session.ts";
import { samples } from "./kit/seed.ts";
import { s, Unknown, valueOf, type Json } from "./kit/values.ts";

const placeholders = {
  symbol: ({ id }: { readonly id: string }) => `\${${id}}`,
  unknown: (reason: string) => `<${reason}>`,
};
const render = (json: Json) => renderJson(valueOf(json), placeholders);

it("writes what JSON.stringify writes", () => {
  for (const json of samples(fc.jsonValue({ maxDepth: 3, noUnicodeString: true }), 300)) {
    const value = JSON.parse(JSON.stringify(json)) as Json;
    expect(render(value)).toBe(JSON.stringify(value, null, 2));
  }
});

it("writes placeholders for symbols and unknown parts", () => {
  const json = policy(
    allow({
      Condition: { StringLike: { "sts:ExternalId": s(symbolic`${account}@"*`) } },
      Sid: new Unknown("sid"),
    }),
  );
  expect(render(json)).toContain('"sts:ExternalId": "${account}@\\"*"');
  expect(render(json)).toContain('"Sid": <sid>');
});

it("measures without white space", () => {
  const json = policy(allow({ Condition: { StringLike: { "sts:ExternalId": ["acme@*", "b"] } } }));
  const length = JSON.stringify(json).length;
  expect(minifiedLength(valueOf(json))).toEqual({ least: length, most: length });
  expect(minifiedLength(valueOf("a b"))).toEqual({ least: 4, most: 4 });
});

it("measures symbols by the lengths that they can have", () => {
  expect(minifiedLength(valueOf(s(symbolic`${account}@${integration}`)))).toEqual({ least: 31, most: 67 });
  expect(minifiedLength(valueOf([new Unknown("x")]))).toEqual({ least: 2, most: Infinity });
});

it("encodes what was decoded, lists of one as their item", () => {
  const json = {
    Version: "2012-10-17",
    Id: "x",
    Statement: [
      {
        Sid: "A",
        Effect: "Allow",
        Principal: { AWS: ["324880187172"], Service: ["a", "b"] },
        Action: ["sts:AssumeRole"],
        Condition: {
          "ForAnyValue:StringLikeIfExists": { "sts:ExternalId": ["a", "b"], k: ["c"] },
          Null: { k: "true" },
        },
      },
      { Effect: "Deny", Principal: { AWS: "*" }, NotAction: "sts:TagSession" },
    ],
  };
  const text = renderJson(encodePolicy(decodePolicy(valueOf(json)).policy), placeholders);
  expect(JSON.parse(text)).toEqual({
    ...json,
    Statement: [
      {
        ...json.Statement[0],
        Principal: { AWS: "324880187172", Service: ["a", "b"] },
        Action: "sts:AssumeRole",
        Condition: {
          "ForAnyValue:StringLikeIfExists": { "sts:ExternalId": ["a", "b"], k: "c" },
          Null: { k: "true" },
        },
      },
      json.Statement[1],
    ],
  });
  expect(Object.keys(JSON.parse(text) as object)).toEqual(["Version", "Id", "Statement"]);
});
