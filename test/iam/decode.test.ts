/** What IAM refuses, where it is found, and what it accepts. */
import { expect, it } from "vitest";
import { decodePolicy } from "../../server/src/iam/decode.ts";
import { isSaved } from "../../server/src/iam/problem.ts";
import { symbolic } from "../../server/src/iam/symbolic.ts";
import type { Value } from "../../server/src/iam/value.ts";
import { allow, policy, stack } from "./kit/session.ts";
import { s, Unknown, valueOf, type Json, type JsonObject } from "./kit/values.ts";

const problemsOf = (value: Value) =>
  decodePolicy(value).problems.map(({ reason, detail, origin }) => [reason, detail, origin?.uri]);
const external = (value: Json) => allow({ Condition: { StringLike: { "sts:ExternalId": value } } });

it.each<[reason: string, detail: string, path: string, policy: Json]>([
  ["policy-not-object", "list", "", [allow()]],
  ["policy-not-object", "string", "", "text"],
  ["policy-encoded-twice", "string", "", "{}"],
  ["element-unknown", "Conditions", "/Statement/0/Conditions#key", policy(allow({ Conditions: {} }))],
  ["element-not-text", "Action", "/Statement/0/Action/0", policy(allow({ Action: [{}] }))],
  ["version-invalid", "2012-10-18", "/Version", { ...policy(allow()), Version: "2012-10-18" }],
  ["statement-missing", "", "", { Version: "2012-10-17" }],
  ["statement-missing", "", "/Statement", policy()],
  ["statement-not-object", "string", "/Statement/1", policy(allow(), "x")],
  ["effect-missing", "", "/Statement/0", policy(allow({ Effect: null }))],
  ["effect-invalid", "allow", "/Statement/0/Effect", policy(allow({ Effect: "allow" }))],
  ["sid-invalid", "a b", "/Statement/0/Sid", policy(allow({ Sid: "a b" }))],
  ["sid-repeated", "A", "/Statement/1/Sid", policy(allow({ Sid: "A" }), allow({ Sid: "A" }))],
  ["element-prohibited", "Resource", "/Statement/0/Resource#key", policy(allow({ Resource: "*" }))],
  ["element-prohibited", "NotResource", "/Statement/0/NotResource#key", policy(allow({ NotResource: "*" }))],
  [
    "not-principal",
    "NotPrincipal",
    "/Statement/0/NotPrincipal#key",
    policy(allow({ Principal: null, NotPrincipal: { AWS: "*" } })),
  ],
  ["principal-missing", "", "/Statement/0", policy(allow({ Principal: null }))],
  ["principal-missing", "", "/Statement/0/Principal", policy(allow({ Principal: {} }))],
  ["principal-star", "*", "/Statement/0/Principal", policy(allow({ Principal: "*" }))],
  ["principal-star", "*", "/Statement/0/Principal/*#key", policy(allow({ Principal: { "*": "*" } }))],
  [
    "principal-type-unknown",
    "Aws",
    "/Statement/0/Principal/Aws#key",
    policy(allow({ Principal: { Aws: "324880187172" } })),
  ],
  [
    "principal-partly-wild",
    "arn:aws:iam::324880187172:role/*",
    "/Statement/0/Principal/AWS",
    policy(allow({ Principal: { AWS: "arn:aws:iam::324880187172:role/*" } })),
  ],
  [
    "principal-partly-wild",
    "arn:aws:iam::324880187172:*",
    "/Statement/0/Principal/AWS/0",
    policy(allow({ Principal: { AWS: ["arn:aws:iam::324880187172:*"] } })),
  ],
  [
    "principal-malformed",
    "324880187172/role/Spacelift",
    "/Statement/0/Principal/AWS",
    policy(allow({ Principal: { AWS: "324880187172/role/Spacelift" } })),
  ],
  ["principal-malformed", "Spacelift", "/Statement/0/Principal", policy(allow({ Principal: "Spacelift" }))],
  ["action-missing", "", "/Statement/0", policy(allow({ Action: null }))],
  [
    "action-and-not-action",
    "NotAction",
    "/Statement/0/NotAction#key",
    policy(allow({ NotAction: "sts:TagSession" })),
  ],
  ["action-malformed", "AssumeRole", "/Statement/0/Action", policy(allow({ Action: "AssumeRole" }))],
  ["condition-not-object", "list", "/Statement/0/Condition", policy(allow({ Condition: [] }))],
  [
    "operator-unknown",
    "StringMatches",
    "/Statement/0/Condition/StringMatches#key",
    policy(allow({ Condition: { StringMatches: { a: "b" } } })),
  ],
  [
    "null-if-exists",
    "NullIfExists",
    "/Statement/0/Condition/NullIfExists#key",
    policy(allow({ Condition: { NullIfExists: { a: "true" } } })),
  ],
  [
    "condition-key-repeated",
    "STS:ExternalID",
    "/Statement/0/Condition/StringLike/STS:ExternalID#key",
    policy(allow({ Condition: { StringLike: { "sts:ExternalId": "a", "STS:ExternalID": "b" } } })),
  ],
  [
    "variable-in-old-version",
    "${aws:username}",
    "/Statement/0/Condition/StringLike/sts:ExternalId",
    { Version: "2008-10-17", Statement: [external("${aws:username}")] },
  ],
  [
    "ampersand-variable",
    "&{aws:username}",
    "/Statement/0/Condition/StringLike/sts:ExternalId/1",
    policy(external(["a", "&{aws:username}"])),
  ],
])("%s %s", (reason, detail, path, json) => {
  expect(problemsOf(valueOf(json))).toEqual([[reason, detail, path]]);
});

it("sees a key that was written twice", () => {
  const value = valueOf(policy(allow()));
  const twice: Value =
    value.kind === "object" ? { ...value, entries: [...value.entries, ...value.entries.slice(0, 1)] } : value;
  expect(problemsOf(twice)).toEqual([["key-repeated", "Version", "/Version#key"]]);
});

it.each<[name: string, policy: Json]>([
  ["a statement without a list", { Version: "2012-10-17", Statement: allow() }],
  ["an empty Sid, twice", policy(allow({ Sid: "" }), allow({ Sid: "" }))],
  ["no version", { Statement: [external("acme@*")] }],
  ["everyone", policy(allow({ Principal: { AWS: "*" } }))],
  ["a unique ID", policy(allow({ Principal: { AWS: "AROAEXAMPLEEXAMPLE123" } }))],
  [
    "an OIDC provider",
    policy(
      allow({
        Principal: {
          Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
        },
        Action: "sts:AssumeRoleWithWebIdentity",
      }),
    ),
  ],
  ["a session", policy(allow({ Principal: { AWS: "arn:aws:sts::123456789012:assumed-role/r/s" } }))],
  [
    "set qualifiers",
    policy(allow({ Condition: { "ForAllValues:StringLikeIfExists": { "aws:TagKeys": ["a"] } } })),
  ],
  [
    "unknown parts everywhere",
    {
      Version: new Unknown("v"),
      Statement: [
        new Unknown("s"),
        allow({
          Sid: new Unknown("x"),
          Effect: new Unknown("e"),
          Principal: new Unknown("p"),
          Action: [new Unknown("a")],
          Condition: new Unknown("c"),
        }),
      ],
    },
  ],
  [
    "symbols everywhere",
    policy(
      allow({
        Sid: s(symbolic`${stack}`),
        Effect: s(symbolic`${stack}`),
        Principal: { AWS: s(symbolic`${stack}`) },
        Action: s(symbolic`${stack}`),
      }),
    ),
  ],
  ["an unknown policy", new Unknown("elsewhere")],
])("accepts %s", (_, json) => {
  expect(problemsOf(valueOf(json))).toEqual([]);
});

it.each<[name: string, detail: string, path: string, changes: JsonObject]>([
  ["a null Condition", "null", "/Statement/0/Condition", { Condition: null }],
  ["a null Sid", "null", "/Statement/0/Sid", { Sid: null }],
  ["a null Resource", "null", "/Statement/0/Resource", { Resource: null }],
  ["a null operator", "null", "/Statement/0/Condition/Bool", { Condition: { Bool: null } }],
  ["a null key", "null", "/Statement/0/Condition/Bool/a", { Condition: { Bool: { a: null } } }],
  ["a null type", "null", "/Statement/0/Principal/Service", { Principal: { AWS: "*", Service: null } }],
  ["a number as principal", "a number", "/Statement/0/Principal/AWS", { Principal: { AWS: 324880187172 } }],
  [
    "one among others",
    "a number",
    "/Statement/0/Principal/AWS/1",
    { Principal: { AWS: ["*", 324880187172] } },
  ],
  ["a number as Sid", "a number", "/Statement/0/Sid", { Sid: 1 }],
  ["a truth value as Sid", "a truth value", "/Statement/0/Sid", { Sid: true }],
])("does not know whether IAM takes %s", (_, detail, path, changes) => {
  const { problems } = decodePolicy(valueOf(policy({ ...allow(), ...changes })));
  expect(problems.map((one) => [one.reason, one.detail, one.origin?.uri, one.isCertain])).toEqual([
    ["value-may-be-refused", detail, path, false],
  ]);
  expect(isSaved(problems)).toBe("unknown");
});

it("takes numbers and truth values in conditions", () => {
  const condition = {
    Bool: { "aws:SecureTransport": true },
    NumericLessThan: { "aws:MultiFactorAuthAge": 5 },
  };
  expect(problemsOf(valueOf(policy(allow({ Condition: condition }))))).toEqual([]);
});

it("refuses what lacks an element, although it is there as null", () => {
  const { problems } = decodePolicy(valueOf(policy({ ...allow(), Effect: null })));
  expect(isSaved(problems)).toBe("no");
});
