/** The tree that says why: what it rests on, which part failed, how, and where that was written. */
import { describe, expect, it } from "vitest";
import { absent, single } from "../../server/src/iam/request.ts";
import { symbolic } from "../../server/src/iam/symbolic.ts";
import {
  account,
  allow,
  anyId,
  explain,
  integration,
  policy,
  session,
  spacelift,
  stack,
  symbolicId,
} from "./kit/session.ts";
import { s, Unknown, type Json, type JsonObject } from "./kit/values.ts";

const id = (operator: string, value: Json): JsonObject =>
  allow({ Condition: { [operator]: { "sts:ExternalId": value } } });

function firstStatement(json: Json, request = session()) {
  const [statement] = explain(json, request).statements;
  if (statement?.kind !== "statement") throw new Error("no statement");
  return statement;
}

it.each<[string, JsonObject, string]>([
  ["allowed-by-statement", policy(allow()), "allowed"],
  ["denied-by-statement", policy(allow(), allow({ Effect: "Deny" })), "refused"],
  ["denied-by-statement", policy(allow({ Effect: "Deny" }), allow()), "refused"],
  ["no-statement-allows", policy(), "refused"],
  ["undecided", policy(new Unknown("x")), "unknown"],
])("rests on %s", (ground, json, outcome) => {
  expect(explain(json)).toMatchObject({ ground, outcome });
});

describe("principals", () => {
  it.each<[Json, JsonObject | undefined]>([
    [{ AWS: spacelift }, undefined],
    [{ Service: "ec2.amazonaws.com" }, { kind: "other-type" }],
    [{ AWS: "577638371743" }, { kind: "other-account" }],
    [{ AWS: "arn:aws:iam::577638371743:root" }, { kind: "other-account" }],
    [{ AWS: `arn:aws-cn:iam::${spacelift}:root` }, { kind: "other-partition" }],
    [{ AWS: `arn:aws:sts::${spacelift}:assumed-role/x/y` }, { kind: "other-identity" }],
    [{ AWS: "Spacelift" }, { kind: "not-a-principal" }],
  ])("%j", (Principal, mismatch) => {
    const [entry] = firstStatement(policy(allow({ Principal }))).principal.principals;
    if (mismatch === undefined) expect(entry).toMatchObject({ matches: "yes", mismatch });
    else expect(entry).toMatchObject({ matches: "no", mismatch });
  });

  it("tells the account that is trusted instead", () => {
    const { principal } = firstStatement(
      policy(allow({ Principal: { AWS: "arn:aws:iam::577638371743:root" } })),
    );
    expect(principal.principals).toMatchObject([
      {
        mismatch: { account: [{ text: "577638371743" }] },
        principal: { origin: { uri: "/Statement/0/Principal/AWS" } },
      },
    ]);
  });
});

describe("values", () => {
  const whole = "acme@01GE7K9SR2DQBCRQ90DH70JF6Y@web@write";
  it.each<[string, Json, JsonObject]>([
    ["StringLike", "acme@*", { matches: "yes" }],
    ["StringLike", "other@*", { matches: "no", mismatch: { kind: "differs" } }],
    ["StringLike", "ACME@*", { matches: "no", mismatch: { kind: "case-differs" } }],
    ["StringEquals", whole.toUpperCase(), { matches: "no", mismatch: { kind: "case-differs" } }],
    [
      "StringEquals",
      "acme@*",
      { matches: "no", mismatch: { kind: "wildcard-is-literal", asPattern: "yes" } },
    ],
    [
      "StringEquals",
      "other@*",
      { matches: "no", mismatch: { kind: "wildcard-is-literal", asPattern: "no" } },
    ],
    [
      "StringEqualsIgnoreCase",
      "ACME@*",
      { matches: "no", mismatch: { kind: "wildcard-is-literal", asPattern: "yes" } },
    ],
    [
      "StringLike",
      "${aws:username}",
      { matches: "no", mismatch: { kind: "variable-unresolved", variable: "${aws:username}" } },
    ],
  ])("%s %s", (operator, value, expected) => {
    const [condition] = firstStatement(policy(id(operator, value))).conditions;
    expect(condition).toMatchObject({
      key: "present",
      values: [
        { ...expected, value: { origin: { uri: `/Statement/0/Condition/${operator}/sts:ExternalId` } } },
      ],
    });
  });

  it("tells which of several matched", () => {
    const [condition] = firstStatement(policy(id("StringLike", ["no", "acme@*"]))).conditions;
    expect(condition).toMatchObject({ holds: "yes", values: [{ matches: "no" }, { matches: "yes" }] });
  });

  it("tells that the key is missing", () => {
    const request = session({ "sts:ExternalId": absent });
    expect(firstStatement(policy(id("StringLike", "*")), request).conditions).toMatchObject([
      { holds: "no", key: "absent" },
    ]);
  });
});

describe("causes", () => {
  it("names the symbols on which it depends", () => {
    const { causes } = explain(
      policy(id("StringLike", s(symbolic`acme@${integration}@*`))),
      session({}, symbolicId),
    );
    expect(causes).toMatchObject([
      {
        kind: "symbols",
        symbols: [
          { symbol: account, origin: undefined },
          { symbol: integration, origin: { uri: "/Statement/0/Condition/StringLike/sts:ExternalId" } },
          { symbol: stack, origin: undefined },
        ],
      },
    ]);
  });

  it("names what asks for a key of the request that is not known", () => {
    const { causes } = explain(
      policy(allow({ Condition: { IpAddress: { "aws:SourceIp": "10.0.0.1" } } })),
      session({ "aws:SourceIp": { kind: "unknown", reason: "nobody knows" } }),
    );
    expect(causes).toMatchObject([
      { reason: "nobody knows", origin: { uri: "/Statement/0/Condition/IpAddress/aws:SourceIp#key" } },
    ]);
  });

  it("are those of each part", () => {
    const { principal, action, conditions } = firstStatement(
      policy(
        allow({
          Principal: { AWS: s(symbolic`${anyId}`) },
          Action: new Unknown("var.action"),
          Condition: { StringLike: { "sts:ExternalId": s(symbolic`${integration}`) } },
        }),
      ),
      session({}, symbolicId),
    );
    expect(principal.principals).toMatchObject([
      {
        matches: "unknown",
        causes: [{ symbols: [{ symbol: anyId, origin: { uri: "/Statement/0/Principal/AWS" } }, {}] }],
      },
    ]);
    expect(action).toMatchObject({ matches: "unknown", causes: [{ reason: "var.action" }] });
    expect(conditions).toMatchObject([{ holds: "no", causes: [] }]);
  });

  it("are told once", () => {
    const { causes } = explain(policy(new Unknown("var.statement")));
    expect(causes).toMatchObject([{ kind: "input", reason: "var.statement" }]);
    expect(explain(new Unknown("var.policy")).causes).toMatchObject([{ reason: "var.policy" }]);
  });

  it("names the unknown part and its place", () => {
    const { causes } = explain(policy(id("StringLike", new Unknown("var.ids has no default"))));
    expect(causes).toEqual([
      {
        kind: "input",
        reason: "var.ids has no default",
        origin: expect.objectContaining({
          uri: "/Statement/0/Condition/StringLike/sts:ExternalId",
        }) as unknown,
      },
    ]);
  });

  it("is silent about unknown parts that make no difference", () => {
    const { outcome, causes } = explain(policy(allow({ Condition: new Unknown("x") }), allow()));
    expect([outcome, causes]).toEqual(["allowed", []]);
  });
});

it("tells what of an action element matched", () => {
  const { action } = firstStatement(
    policy(allow({ Action: ["sts:TagSession", "sts:*"] })),
    session({ k: single("v") }),
  );
  expect(action).toMatchObject({ matches: "yes", matching: [{ origin: { uri: "/Statement/0/Action/1" } }] });
});
