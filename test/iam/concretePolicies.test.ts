/** Policies and requests without symbols, at random: the answer is the naive evaluator's, and never "cannot tell". */
import fc from "fast-check";
import { expect, it } from "vitest";
import { decodePolicy } from "../../server/src/iam/decode.ts";
import { evaluate } from "../../server/src/iam/match.ts";
import { absent, caller, contextOf, single, type ContextValue } from "../../server/src/iam/request.ts";
import { concat, symbolic } from "../../server/src/iam/symbolic.ts";
import { naivelyAllowed, type NaivePolicy, type NaiveRequest, type NaiveStatement } from "./kit/naive.ts";
import { samples, seed } from "./kit/seed.ts";
import { valueOf, type Json } from "./kit/values.ts";

const accounts = ["324880187172", "577638371743"];
const arns = ["arn:aws:iam::324880187172:role/drain", "arn:aws:sts::324880187172:assumed-role/drain/run"];
const ids = [
  "acme@01AB@web@write",
  "acme@01AB@web@read",
  "Acme@01AB@web@write",
  "acme@9@web-2@write",
  "a?e*",
  "ab",
];
const principals = [...accounts, ...arns, "*", ...accounts.map((id) => `arn:aws:iam::${id}:root`)];
const resource = "arn:aws:iam::324880187172:role/a:b/c";

/** A text with a piece of it replaced by a wildcard, a variable or another piece. */
const pattern = fc
  .tuple(fc.constantFrom(...ids, resource), fc.nat(30), fc.nat(12))
  .chain(([text, start, length]) =>
    fc
      .constantFrom(
        "",
        "*",
        "?",
        "**",
        "?*",
        "w",
        "${*}",
        "${aws:username}",
        "${AWS:UserName, 'web'}",
        "${none}",
        "*@*",
      )
      .map((piece) => text.slice(0, start) + piece + text.slice(start + length)),
  );
const text = fc.oneof(fc.constantFrom(...ids, resource), pattern, pattern);

function oneOrMore<T>(item: fc.Arbitrary<T>): fc.Arbitrary<T | readonly T[]> {
  return fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }), fc.array(item, { maxLength: 3 }));
}

const strings = ["StringEquals", "StringLike", "StringEqualsIgnoreCase", "StringNotEquals", "StringNotLike"];
const textKeys = fc.constantFrom(
  "sts:ExternalId",
  "STS:externalid",
  "sts:RoleSessionName",
  "aws:PrincipalArn",
  "none",
);

const stringCondition = fc
  .tuple(
    fc.constantFrom("", "", "", "ForAllValues:", "ForAnyValue:"),
    fc.constantFrom(
      ...strings,
      ...strings,
      "StringNotEqualsIgnoreCase",
      "ArnLike",
      "ArnNotLike",
      "ArnEquals",
    ),
    fc.constantFrom("", "", "IfExists"),
    fc.dictionary(textKeys, oneOrMore(text), { minKeys: 1, maxKeys: 2 }),
  )
  .map(([set, operator, ifExists, keys]) => ({ [set + operator + ifExists]: keys }));
const setCondition = fc
  .tuple(
    fc.constantFrom("ForAllValues:", "ForAnyValue:"),
    fc.constantFrom(...strings),
    fc.constantFrom("", "IfExists"),
    oneOrMore(fc.constantFrom("run", "st*", "space", "*")),
  )
  .map(([set, operator, ifExists, values]) => ({ [set + operator + ifExists]: { "aws:TagKeys": values } }));
const nullCondition = fc
  .tuple(textKeys, oneOrMore(fc.constantFrom("true", "false")))
  .map(([key, values]) => ({ Null: { [key]: values } }));
const otherCondition = fc.oneof(
  fc.constantFrom("true", "false", "TRUE").map((value) => ({ Bool: { "aws:SecureTransport": value } })),
  fc
    .tuple(
      fc.constantFrom(
        "NumericEquals",
        "NumericNotEquals",
        "NumericLessThan",
        "NumericLessThanEquals",
        "NumericGreaterThan",
        "NumericGreaterThanEquals",
      ),
      fc.constantFrom("", "IfExists"),
      fc.constantFrom("899", "900", "901", "900.0"),
    )
    .map(([operator, ifExists, value]) => ({ [operator + ifExists]: { "sts:DurationSeconds": value } })),
  fc
    .tuple(
      fc.constantFrom("DateLessThan", "DateGreaterThan", "DateEquals", "DateNotEquals"),
      fc.constantFrom("2026-01-01T00:00:00Z", "2026-06-01", "2027-01-01T00:00:00+02:00"),
    )
    .map(([operator, value]) => ({ [operator]: { "aws:CurrentTime": value } })),
  fc
    .tuple(
      fc.constantFrom("IpAddress", "NotIpAddress"),
      oneOrMore(fc.constantFrom("10.0.0.0/8", "10.1.0.0/16", "10.1.2.3", "0.0.0.0/0")),
    )
    .map(([operator, value]) => ({ [operator]: { "aws:SourceIp": value } })),
);
const condition = fc
  .array(fc.oneof({ arbitrary: stringCondition, weight: 5 }, setCondition, nullCondition, otherCondition), {
    maxLength: 3,
  })
  .map((parts) => Object.assign({}, ...parts) as NonNullable<NaiveStatement["Condition"]>);

const action = oneOrMore(
  fc.constantFrom(
    "sts:AssumeRole",
    "STS:assumerole",
    "sts:*",
    "sts:TagSession",
    "*",
    "sts:Assume????",
    "s3:*",
  ),
);
const statement: fc.Arbitrary<NaiveStatement> = fc
  .record({
    Effect: fc.constantFrom("Allow", "Allow", "Allow", "Deny"),
    Principal: fc.record({ AWS: oneOrMore(fc.constantFrom(...principals)) }),
    Condition: condition,
    action,
    excluding: fc.nat(4),
  })
  .map(({ action, excluding, ...rest }) =>
    excluding === 0 ? { ...rest, NotAction: action } : { ...rest, Action: action },
  );
const policy: fc.Arbitrary<NaivePolicy> = fc.oneof(
  fc.record({
    Version: fc.constant("2012-10-17"),
    Statement: fc.array(statement, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ Version: fc.constant("2008-10-17"), Statement: statement }),
  fc.record({ Statement: statement }),
);

const request: fc.Arbitrary<NaiveRequest> = fc.record({
  action: fc.constantFrom("sts:AssumeRole", "sts:AssumeRole", "sts:TagSession"),
  account: fc.constant("324880187172"),
  partition: fc.constant("aws"),
  arns: fc.constant(arns),
  context: fc.record({
    "sts:externalid": fc.option(fc.constantFrom(...ids), { nil: undefined }),
    "sts:rolesessionname": fc.option(fc.constantFrom(...ids), { nil: undefined }),
    "aws:principalarn": fc.constantFrom(arns[0], resource, undefined),
    "aws:username": fc.constantFrom(undefined, "web", "*", "acme"),
    "aws:tagkeys": fc.subarray(["run", "stack", "space"]),
    "aws:securetransport": fc.constantFrom("true", "false", undefined),
    "sts:durationseconds": fc.constantFrom("900", "3600", undefined),
    "aws:currenttime": fc.constantFrom("2026-03-01T00:00:00Z", "2026-06-01T00:00:00Z"),
    "aws:sourceip": fc.constantFrom("10.1.2.3", "10.9.0.1", "192.168.0.1", undefined),
  }),
});

const outcome = { true: "allowed", false: "refused" } as const;

it(`agrees with the naive evaluator (seed ${seed})`, () => {
  const counts = { allowed: 0, refused: 0 };
  for (const [policyCase, requestCase] of samples(fc.tuple(policy, request), 6_000)) {
    const expected = outcome[`${naivelyAllowed(policyCase, requestCase)}`];
    const actual = evaluate(
      decodePolicy(valueOf(JSON.parse(JSON.stringify(policyCase)) as Json)).policy,
      requestOf(requestCase),
    ).outcome;
    if (actual !== expected)
      expect({ actual, policyCase, requestCase }).toEqual({ actual: expected, policyCase, requestCase });
    counts[expected]++;
  }
  expect(Math.min(counts.allowed, counts.refused)).toBeGreaterThan(500);
});

function requestOf({ action, account, partition, arns, context }: NaiveRequest) {
  const keys = Object.entries(context).map(([key, value]): [string, ContextValue] => {
    if (value === undefined) return [key, absent];
    if (typeof value === "string") return [key, single(value)];
    return [key, { kind: "several", values: value.map((text) => concat(text)) }];
  });
  return {
    action,
    caller: caller(
      symbolic`${account}`,
      symbolic`${partition}`,
      arns.map((arn) => concat(arn)),
    ),
    context: contextOf(Object.fromEntries(keys), absent),
  };
}
