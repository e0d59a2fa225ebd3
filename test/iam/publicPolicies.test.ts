/** The shapes of trust policies for Spacelift that people have published, right and wrong ones. */
import { expect, it } from "vitest";
import { decodePolicy } from "../../server/src/iam/decode.ts";
import type { Request } from "../../server/src/iam/request.ts";
import { symbolic } from "../../server/src/iam/symbolic.ts";
import { allow, explain, policy, session, spacelift, stack, symbol, symbolicId } from "./kit/session.ts";
import { s, Unknown, valueOf, type Json, type JsonObject } from "./kit/values.ts";

const root = { AWS: `arn:aws:iam::${spacelift}:root` };
const named = (operator: string, value: Json, changes: JsonObject = {}) =>
  allow({ Condition: { [operator]: { "sts:ExternalId": value } }, ...changes });
const oidc = {
  Effect: "Allow",
  Principal: { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
  Action: "sts:AssumeRoleWithWebIdentity",
  Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } },
};
const ours = session({}, symbolic`acme@01GE7K9SR2DQBCRQ90DH70JF6Y@${stack}@write`);
const partition = symbol("data.aws_partition.current.partition", "a-z-", 3, 12);

const cases: readonly (readonly [name: string, policy: JsonObject, outcome: string, request?: Request])[] = [
  ["the account's ID and any stack", policy(named("StringLike", "acme@*")), "allowed"],
  [
    "the root ARN and one stack",
    policy(named("StringLike", s(symbolic`acme@*@${stack}@*`), { Principal: root })),
    "allowed",
  ],
  ["an account name of mixed case", policy(named("StringLike", "Acme@*")), "refused"],
  [
    "a TagSession statement and OIDC beside it",
    policy(named("StringLike", "acme@*"), allow({ Action: "sts:TagSession" }), oidc),
    "allowed",
  ],
  ["the official statement, opaque", policy(new Unknown("known after apply")), "unknown"],
  [
    "full IDs",
    policy(
      named("StringEquals", [
        s(symbolic`acme@01GE7K9SR2DQBCRQ90DH70JF6Y@${stack}@read`),
        s(symbolic`acme@01GE7K9SR2DQBCRQ90DH70JF6Y@${stack}@write`),
      ]),
    ),
    "allowed",
  ],
  [
    "a stack's name where the slug belongs",
    policy(named("StringLike", "acme-github@*@My Stack@*")),
    "refused",
  ],
  [
    "the author's own account",
    policy(named("StringLike", "acme@*", { Principal: { AWS: "111111111111" } })),
    "refused",
  ],
  [
    "a custom ID for another principal",
    policy(named("StringEquals", "spacelift", { Principal: root })),
    "refused",
  ],
  [
    "the two parts of the older integration",
    policy(named("StringEquals", s(symbolic`acme@${stack}`))),
    "refused",
  ],
  [
    "a partition by reference",
    policy(
      named("StringLike", "acme@*", {
        Principal: { AWS: s(symbolic`arn:${partition}:iam::${spacelift}:root`) },
      }),
    ),
    "unknown",
  ],
  [
    "the other region's account",
    policy(named("StringLike", "acme@*", { Principal: { AWS: "577638371743" } })),
    "refused",
  ],
  ["any stack with an ending", policy(named("StringLike", "acme@*@*-prod@*")), "unknown"],
  ["the slug alone", policy(named("StringLike", s(symbolic`${stack}`))), "refused"],
  [
    "the form of 2022",
    policy(named("StringEquals", s(symbolic`acme-01GE7K9SR2DQBCRQ90DH70JF6Y@${stack}-write`))),
    "refused",
  ],
  [
    "an account that nobody has told",
    policy(named("StringLike", "acme@*")),
    "unknown",
    session({}, symbolicId),
  ],
];

for (const [name, json, outcome, request] of cases) {
  it(name, () => {
    expect(explain(json, request ?? ours).outcome).toBe(outcome);
    expect(decodePolicy(valueOf(json)).problems).toEqual([]);
  });
}
