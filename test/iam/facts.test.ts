/** What AWS documents about the evaluation of trust policies, a case for each fact. */
import { describe, expect, it } from "vitest";
import { absent, contextOf, single, type Request } from "../../server/src/iam/request.ts";
import { symbolic } from "../../server/src/iam/symbolic.ts";
import {
  account,
  allow,
  anyId,
  explain,
  integration,
  otherIntegration,
  otherStack,
  policy,
  session,
  spacelift,
  stack,
  symbol,
  symbolicId,
} from "./kit/session.ts";
import { s, Unknown, type Json, type JsonObject } from "./kit/values.ts";

type Case = readonly [
  name: string,
  policy: JsonObject,
  outcome: "allowed" | "refused" | "unknown",
  request?: Request,
];

function check(cases: readonly Case[]): void {
  for (const [name, json, outcome, request] of cases) {
    it(name, () => expect(explain(json, request).outcome).toBe(outcome));
  }
}

const id = (operator: string, value: Json): JsonObject =>
  allow({ Condition: { [operator]: { "sts:ExternalId": value } } });
const like = (value: Json) => policy(id("StringLike", value));
const withoutId = session({ "sts:ExternalId": absent });
const tagSession: Request = { ...withoutId, action: "sts:TagSession" };
const symbolicSession = session({}, symbolicId);
const whole = "acme@01GE7K9SR2DQBCRQ90DH70JF6Y@web@write";

const statements: readonly Case[] = [
  ["default is deny", policy(), "refused"],
  ["a single statement need not be in a list", { Version: "2012-10-17", Statement: allow() }, "allowed"],
  ["Deny beats Allow", policy(allow(), allow({ Effect: "Deny" })), "refused"],
  ["Deny beats Allow in any order", policy(allow({ Effect: "Deny" }), allow()), "refused"],
  [
    "a Deny that does not apply",
    policy(allow(), { ...id("StringNotLike", "acme@*"), Effect: "Deny" }),
    "allowed",
  ],
  ["a Deny that applies", policy(allow(), { ...id("StringNotLike", "other@*"), Effect: "Deny" }), "refused"],
  ["statements are alternatives", policy(id("StringLike", "no"), id("StringLike", "acme@*")), "allowed"],
  ["an unknown statement may allow", policy(new Unknown("opaque")), "unknown"],
  ["an unknown statement may deny", policy(allow(), new Unknown("opaque")), "unknown"],
  ["an unknown effect", policy(allow({ Effect: new Unknown("var.effect") })), "unknown"],
  [
    "an unknown effect where nothing else applies",
    policy(allow({ Effect: new Unknown("e"), Principal: { AWS: "111111111111" } })),
    "refused",
  ],
];

const principals: readonly Case[] = [
  ["the account's ID", policy(allow()), "allowed"],
  [
    "the root ARN is the whole account",
    policy(allow({ Principal: { AWS: `arn:aws:iam::${spacelift}:root` } })),
    "allowed",
  ],
  ["one of several", policy(allow({ Principal: { AWS: ["111111111111", spacelift] } })), "allowed"],
  [
    "several types are alternatives",
    policy(allow({ Principal: { Service: "ec2.amazonaws.com", AWS: spacelift } })),
    "allowed",
  ],
  ["another account", policy(allow({ Principal: { AWS: "577638371743" } })), "refused"],
  [
    "another partition",
    policy(allow({ Principal: { AWS: `arn:aws-us-gov:iam::${spacelift}:root` } })),
    "refused",
  ],
  ["everyone", policy(allow({ Principal: { AWS: "*" } })), "allowed"],
  ["everyone, as IAM refuses it", policy(allow({ Principal: "*" })), "allowed"],
  ["a service", policy(allow({ Principal: { Service: "ec2.amazonaws.com" } })), "refused"],
  ["a federated identity", policy(allow({ Principal: { Federated: spacelift } })), "refused"],
  [
    "a role of the account, which the caller may be",
    policy(allow({ Principal: { AWS: `arn:aws:iam::${spacelift}:role/drain` } })),
    "unknown",
  ],
  [
    "a role of another account",
    policy(allow({ Principal: { AWS: "arn:aws:iam::111111111111:role/drain" } })),
    "refused",
  ],
  [
    "a partition that is a symbol",
    policy(
      allow({
        Principal: { AWS: s(symbolic`arn:${symbol("partition", "a-z-", 3, 12)}:iam::${spacelift}:root`) },
      }),
    ),
    "unknown",
  ],
  ["no principal", policy(allow({ Principal: null })), "refused"],
];

const actions: readonly Case[] = [
  ["case does not matter", policy(allow({ Action: "STS:assumerole" })), "allowed"],
  ["a wildcard", policy(allow({ Action: "sts:*" })), "allowed"],
  ["a wildcard within", policy(allow({ Action: "sts:Assume?ole" })), "allowed"],
  ["every action", policy(allow({ Action: "*" })), "allowed"],
  ["white space", policy(allow({ Action: "sts:AssumeRole " })), "refused"],
  ["one of several", policy(allow({ Action: ["sts:TagSession", "sts:AssumeRole"] })), "allowed"],
  ["another", policy(allow({ Action: "sts:TagSession" })), "refused"],
  ["NotAction of another", policy(allow({ Action: null, NotAction: "sts:TagSession" })), "allowed"],
  ["NotAction of it", policy(allow({ Action: null, NotAction: "sts:assume*" })), "refused"],
  [
    "TagSession under an external ID",
    policy(allow({ ...id("StringLike", "acme@*"), Action: "sts:TagSession" })),
    "refused",
    tagSession,
  ],
  [
    "TagSession on its own",
    policy(id("StringLike", "acme@*"), allow({ Action: "sts:TagSession" })),
    "allowed",
    tagSession,
  ],
];

const conditions: readonly Case[] = [
  [
    "operators must all hold",
    policy(
      allow({
        Condition: { StringLike: { "sts:ExternalId": "*" }, StringEquals: { "sts:ExternalId": "no" } },
      }),
    ),
    "refused",
  ],
  [
    "keys must all hold",
    policy(allow({ Condition: { StringLike: { "sts:ExternalId": "*", "aws:PrincipalOrgID": "*" } } })),
    "refused",
  ],
  ["values are alternatives", like(["no", "acme@*"]), "allowed"],
  ["negated values must all fail", policy(id("StringNotLike", ["no", "acme@*"])), "refused"],
  ["StringEquals takes * literally", policy(id("StringEquals", "acme@*")), "refused"],
  ["StringEquals minds case", policy(id("StringEquals", whole.toUpperCase())), "refused"],
  ["StringLike minds case", like("ACME@*"), "refused"],
  ["StringEqualsIgnoreCase does not", policy(id("StringEqualsIgnoreCase", whole.toUpperCase())), "allowed"],
  ["StringLike without wildcards is equality", like(whole), "allowed"],
  ["* crosses @", like("acme@*@write"), "allowed"],
  ["? is one character", like("acm?@*@web@w??te"), "allowed"],
  ["? is not none", like("acme?@*"), "refused"],
  [
    "the key's case does not matter",
    policy(allow({ Condition: { StringLike: { "STS:externalid": "acme@*" } } })),
    "allowed",
  ],
  ["no values", like([]), "refused"],
  ["no values, negated", policy(id("StringNotLike", [])), "allowed"],
  [
    "a key that is unknown",
    policy(allow({ Condition: { IpAddress: { "aws:SourceIp": "1.2.3.4/32" } } })),
    "unknown",
    session({ "aws:SourceIp": { kind: "unknown", reason: "Spacelift's addresses" } }),
  ],
  ["an operator that does not exist", policy(id("StringMatches", "acme@*")), "unknown"],
  ["an unknown value among others", like([new Unknown("var.ids"), "acme@*"]), "allowed"],
  ["an unknown value alone", like([new Unknown("var.ids")]), "unknown"],
  ["unknown conditions", policy(allow({ Condition: new Unknown("var.condition") })), "unknown"],
  [
    "a number as value",
    policy(allow({ Condition: { NumericLessThan: { k: 5 } } })),
    "allowed",
    session({ k: single("4") }),
  ],
  [
    "a truth value as value",
    policy(allow({ Condition: { Bool: { k: true } } })),
    "allowed",
    session({ k: single("true") }),
  ],
];

const missingKey: readonly Case[] = [
  ["a positive operator fails", like("*"), "refused", withoutId],
  ["a negated operator holds", policy(id("StringNotEquals", "x")), "allowed", withoutId],
  ["IfExists holds", policy(id("StringLikeIfExists", "x")), "allowed", withoutId],
  ["IfExists is the operator where the key is there", policy(id("StringLikeIfExists", "x")), "refused"],
  ["Null true", policy(id("Null", "true")), "allowed", withoutId],
  ["Null false", policy(id("Null", "false")), "refused", withoutId],
  ["Null false where it is there", policy(id("Null", "false")), "allowed"],
  ["ForAllValues holds", policy(id("ForAllValues:StringLike", "x")), "allowed", withoutId],
  ["ForAnyValue fails", policy(id("ForAnyValue:StringLike", "*")), "refused", withoutId],
  ["ForAnyValue, negated, fails", policy(id("ForAnyValue:StringNotLike", "x")), "refused", withoutId],
  ["ForAnyValue where it is there", policy(id("ForAnyValue:StringLike", "acme@*")), "allowed"],
];

const user = session({ "aws:username": single("web") });
const variables: readonly Case[] = [
  ["a variable", like("acme@*@${aws:username}@*"), "allowed", user],
  ["its name has no case", like("acme@*@${AWS:UserName}@*"), "allowed", user],
  ["without a value nothing matches", like("*${aws:username}*"), "refused"],
  ["without a value nothing matches, negated", policy(id("StringNotLike", "*${aws:username}*")), "allowed"],
  ["a default", like("acme@*@${aws:username, 'web'}@*"), "allowed"],
  ["${*} is a star", like("a${*}"), "allowed", session({}, "a*")],
  ["${*} is no wildcard", like("a${*}"), "refused", session({}, "ab")],
  ["in the old version it is text", { ...like("*${aws:username}*"), Version: "2008-10-17" }, "refused", user],
  [
    "without a version it is text",
    { Statement: id("StringLike", "${aws:username}") },
    "allowed",
    session({ "aws:username": single("x") }, "${aws:username}"),
  ],
  [
    "an unknown version",
    { ...like("*${aws:username}*"), Version: new Unknown("var.version") },
    "unknown",
    user,
  ],
];

const symbols: readonly Case[] = [
  [
    "the documented patterns, by reference",
    like(s(symbolic`${account}@${integration}@*`)),
    "allowed",
    symbolicSession,
  ],
  ["any stack of the account", like(s(symbolic`${account}@*`)), "allowed", symbolicSession],
  ["this stack", like(s(symbolic`${account}@*@${stack}@*`)), "allowed", symbolicSession],
  ["the whole ID", policy(id("StringEquals", s(symbolicId))), "allowed", symbolicSession],
  [
    "another phase",
    policy(id("StringEquals", s(symbolic`${account}@${integration}@${stack}@read`))),
    "refused",
    symbolicSession,
  ],
  ["a literal account", like("acme@*"), "unknown", symbolicSession],
  ["another stack", like(s(symbolic`${account}@*@${otherStack}@*`)), "refused", symbolicSession],
  ["another integration", like(s(symbolic`${account}@${otherIntegration}@*`)), "refused", symbolicSession],
  ["the slug alone", like(s(symbolic`${stack}`)), "refused", symbolicSession],
  [
    "the hyphen form",
    like(s(symbolic`${account}-${integration}@${stack}-write`)),
    "refused",
    symbolicSession,
  ],
  ["two parts", policy(id("StringEquals", s(symbolic`${account}@${stack}`))), "refused", symbolicSession],
  ["a name that is no slug", like(s(symbolic`${account}@*@Web Stack@*`)), "refused", symbolicSession],
  ["anything", like(s(symbolic`${anyId}`)), "unknown", symbolicSession],
  [
    "both phases, one or the other",
    like([s(symbolic`${account}@*@w*`), s(symbolic`${account}@*@*@write`)]),
    "allowed",
    symbolicSession,
  ],
  [
    "one or the other of what a symbol may be",
    policy(id("StringLike", "a*"), id("StringNotLike", "a*")),
    "allowed",
    symbolicSession,
  ],
  [
    "both at once what a symbol cannot be",
    policy(
      allow({
        Condition: { StringLike: { "sts:ExternalId": "a*" }, StringNotLike: { "sts:ExternalId": "a*" } },
      }),
    ),
    "refused",
    symbolicSession,
  ],
  ["the same custom ID", policy(id("StringEquals", s(symbolic`${anyId}`))), "allowed", session({}, anyId)],
];

describe("statements", () => check(statements));
describe("principals", () => check(principals));
describe("actions", () => check(actions));
describe("conditions", () => check(conditions));
describe("a missing key", () => check(missingKey));
describe("variables", () => check(variables));
describe("symbols", () => check(symbols));

describe("keys with several values", () => {
  const tags = (...values: readonly string[]) =>
    session({ "aws:TagKeys": { kind: "several", values: values.map((value) => symbolic`${value}`) } });
  const keys = (operator: string, value: Json) =>
    policy(allow({ Condition: { [operator]: { "aws:TagKeys": value } } }));

  check([
    [
      "ForAllValues: each must match",
      keys("ForAllValues:StringEquals", ["run", "stack"]),
      "allowed",
      tags("run", "stack"),
    ],
    [
      "ForAllValues: one does not",
      keys("ForAllValues:StringEquals", ["run"]),
      "refused",
      tags("run", "stack"),
    ],
    ["ForAllValues: none there", keys("ForAllValues:StringEquals", ["run"]), "allowed", tags()],
    ["ForAnyValue: one is enough", keys("ForAnyValue:StringEquals", "run"), "allowed", tags("run", "stack")],
    ["ForAnyValue: none matches", keys("ForAnyValue:StringEquals", "space"), "refused", tags("run", "stack")],
    ["ForAllValues, negated", keys("ForAllValues:StringNotEquals", "space"), "allowed", tags("run", "stack")],
    [
      "ForAnyValue, negated: one differs",
      keys("ForAnyValue:StringNotEquals", "run"),
      "allowed",
      tags("run", "stack"),
    ],
    ["neither", keys("StringEquals", "run"), "unknown", tags("run", "stack")],
  ]);
});

it("reads every other key as the context says", () => {
  const request = { ...session(), context: contextOf({}, { kind: "unknown", reason: "not known" }) };
  const explanation = explain(like("acme@*"), request);
  expect(explanation).toMatchObject({ outcome: "unknown", causes: [{ kind: "input", reason: "not known" }] });
});
