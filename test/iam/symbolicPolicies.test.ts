/**
 * Policies and requests with symbols, at random. What is said to hold for every instance holds in each that is tried,
 * and of the cases answered "cannot tell" nearly all have an instance that is allowed and one that is refused.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { alphabetOf } from "../../server/src/iam/alphabet.ts";
import { decodePolicy } from "../../server/src/iam/decode.ts";
import { evaluate } from "../../server/src/iam/match.ts";
import { absent, caller, contextOf, single } from "../../server/src/iam/request.ts";
import { concat, describe, instantiate, symbolic, symbolsIn } from "../../server/src/iam/symbolic.ts";
import type { StringSymbol, SymbolicString } from "../../server/src/iam/symbolic.ts";
import { aimedAt, instanceOf, randomFrom, type Instance, type Random } from "./kit/instances.ts";
import { naivelyAllowed, type NaivePolicy, type NaiveRequest } from "./kit/naive.ts";
import { samples, seed } from "./kit/seed.ts";
import { s, Symbolic, valueOf, type Json, type JsonObject } from "./kit/values.ts";

function symbol(
  id: string,
  ranges: string,
  minLength: number,
  maxLength: number,
  distinctAs?: string,
): StringSymbol {
  const shape = {
    kind: "symbol",
    id,
    label: id,
    alphabet: alphabetOf(ranges),
    minLength,
    maxLength,
  } as const;
  return distinctAs === undefined ? shape : { ...shape, distinctAs };
}

/** The symbols of a world: which there are, and which literals look like them. */
interface Kit {
  readonly account: readonly StringSymbol[];
  readonly integration: readonly StringSymbol[];
  readonly slug: readonly StringSymbol[];
  readonly free: readonly StringSymbol[];
}

const real: Kit = {
  account: [symbol("account", "A-Za-z0-9_-", 2, 38), symbol("var.account", "A-Za-z0-9_-", 2, 38)],
  integration: [
    symbol("main.id", "0-9ABCDEFGHJKMNPQRSTVWXYZ", 26, 26, "integration"),
    symbol("other.id", "0-9ABCDEFGHJKMNPQRSTVWXYZ", 26, 26, "integration"),
  ],
  slug: [symbol("web.id", "a-z0-9_-", 1, 255, "stack"), symbol("db.id", "a-z0-9_-", 1, 255, "stack")],
  free: [symbol("var.id", "A-Za-z0-9_+=,.@:/-", 2, 1224), symbol("var.prefix", "a-z0-9-", 0, 20)],
};
/** Alphabets that overlap with each other and with the separator, where hardly anything is forced. */
const small: Kit = {
  account: [symbol("account", "ab@", 1, 3), symbol("var.account", "ab", 1, 3)],
  integration: [symbol("main.id", "aX", 2, 2, "integration"), symbol("other.id", "aX", 2, 2, "integration")],
  slug: [symbol("web.id", "abc", 1, 4, "stack"), symbol("db.id", "abc", 1, 4, "stack")],
  free: [symbol("var.id", "abX@", 0, 6), symbol("var.prefix", "abcX", 0, 2)],
};

const literals = {
  real: {
    account: ["acme", "acme-eu"],
    integration: ["01GE7K9SR2DQBCRQ90DH70JF6Y"],
    slug: ["web", "web-2", "db"],
  },
  small: { account: ["a", "ab"], integration: ["aX"], slug: ["a", "ab", "abc"] },
};

type Case = {
  readonly policy: JsonObject;
  readonly externalId: SymbolicString;
  readonly session: SymbolicString;
  readonly account: SymbolicString;
};

function cases(name: "real" | "small"): fc.Arbitrary<Case> {
  const kit = name === "real" ? real : small;
  const segment = (of: "account" | "integration" | "slug", which: readonly StringSymbol[]) =>
    fc.oneof({ arbitrary: fc.constantFrom(...which), weight: 3 }, fc.constantFrom(...literals[name][of]));
  const first = (of: "account" | "integration" | "slug") => segment(of, kit[of].slice(0, 1));
  const wild = fc.constantFrom("*", "*", "?", "a*", "*-2", "w?b", "*b");
  const loose = (of: "account" | "integration" | "slug") =>
    fc.oneof(
      { arbitrary: segment(of, kit[of]), weight: 8 },
      { arbitrary: wild, weight: 6 },
      fc.constantFrom(...kit.free),
    );
  const phase = fc.constantFrom("write", "read");
  const at = fc.constantFrom(...Array.from({ length: 12 }, () => "@"), "-", "", "*");
  const whole = fc
    .tuple(loose("account"), at, loose("integration"), at, loose("slug"), at, fc.oneof(phase, phase, wild))
    .map((parts) => concat(...parts));
  const shortened = fc
    .tuple(fc.constantFrom("", "*"), whole, fc.nat(4), fc.constantFrom("", "*", "@*", "*@write"))
    .map(([before, parts, kept, after]) => concat(before, parts.slice(0, kept), after));
  const sessionValue = fc
    .tuple(fc.constantFrom("run", "*", "r*"), loose("slug"), fc.oneof(loose("account"), wild))
    .map(([run, slug, account]) => concat(run, "@", slug, "@", account));
  const value = fc.oneof(
    { arbitrary: whole, weight: 3 },
    { arbitrary: shortened, weight: 3 },
    fc.constantFrom(...kit.free, ...kit.slug).map((free) => concat(free)),
  );
  const listOf = (item: fc.Arbitrary<SymbolicString>) =>
    fc.array(item, { minLength: 1, maxLength: 3 }).map((list): Json => list.map(s));
  const operators = [
    "StringLike",
    "StringLike",
    "StringLike",
    "StringEquals",
    "StringNotLike",
    "StringNotEquals",
    "StringLikeIfExists",
    "StringEqualsIgnoreCase",
    "ForAnyValue:StringLike",
    "ForAllValues:StringNotLike",
  ];
  const wanted = fc.oneof(
    { arbitrary: fc.tuple(fc.constant("sts:ExternalId"), listOf(value)), weight: 4 },
    fc.tuple(fc.constant("sts:RoleSessionName"), listOf(sessionValue)),
  );
  const condition = fc
    .tuple(fc.constantFrom(...operators), wanted)
    .map(([operator, [key, wanted]]): JsonObject => ({ [operator]: { [key]: wanted } }));
  const accountOf = fc.constantFrom<SymbolicString>(
    symbolic`324880187172`,
    symbolic`324880187172`,
    symbolic`${accountId}`,
  );
  const partition = fc.constantFrom<SymbolicString>(symbolic`aws`, symbolic`aws`, symbolic`${partitionId}`);
  const principal = fc.oneof(
    accountOf.map((id): Json => s(id)),
    fc.tuple(accountOf, partition).map(([id, of]): Json => s(symbolic`arn:${of}:iam::${id}:root`)),
  );
  const statement = fc
    .tuple(
      fc.constantFrom("Allow", "Allow", "Allow", "Deny"),
      fc.oneof({ arbitrary: fc.constant<Json>("324880187172"), weight: 3 }, principal),
      fc.array(condition, { maxLength: 2 }),
    )
    .map(([Effect, AWS, conditions]): JsonObject => ({
      Effect,
      Principal: { AWS },
      Action: "sts:AssumeRole",
      Condition: Object.assign({}, ...conditions) as JsonObject,
    }));
  return fc.record({
    policy: fc
      .array(statement, { minLength: 1, maxLength: 3 })
      .map((Statement): JsonObject => ({ Version: "2012-10-17", Statement })),
    externalId: fc
      .tuple(first("account"), first("integration"), first("slug"), phase)
      .map(([a, i, g, p]) => symbolic`${a}@${i}@${g}@${p}`),
    session: fc.tuple(first("slug"), first("account")).map(([g, a]) => symbolic`run@${g}@${a}`),
    account: accountOf,
  });
}

const accountId = symbol("account_id", "0-9", 12, 12);
const partitionId = symbol("partition", "a-z-", 3, 12);
const tries = 1000;

it.each(["real", "small"] as const)("is right about every instance: %s symbols", (name) => {
  const random = randomFrom(seed);
  const counts = { allowed: 0, refused: 0, unknown: 0, bothSeen: 0 };
  const unseen: string[] = [];
  for (const [index, sample] of samples(cases(name), 600).entries()) {
    const { outcome } = evaluate(decodePolicy(valueOf(sample.policy)).policy, requestOf(sample));
    counts[outcome]++;
    const seen = new Set<boolean>();
    for (let i = 0; i < (outcome === "unknown" ? tries : 25) && seen.size < 2; i++) {
      const instance = sampled(sample, random);
      const allowed = naivelyAllowed(policyIn(sample, instance), naiveRequest(sample, instance));
      seen.add(allowed);
      const contradicted = outcome === (allowed ? "refused" : "allowed");
      if (contradicted) expect.fail(`case ${index} is ${outcome}, but not in ${show(sample, instance)}`);
    }
    if (outcome !== "unknown") continue;
    if (seen.size === 2) counts.bothSeen++;
    else unseen.push(show(sample, new Map()));
  }
  const share = counts.bothSeen / counts.unknown;
  console.log(
    `${name} symbols, seed ${seed}: ${counts.allowed} allowed, ${counts.refused} refused, ${counts.unknown} cannot tell, of which ${(100 * share).toFixed(2)} % with both kinds of instances seen`,
  );
  if (process.env["IAM_SHOW"] !== undefined)
    console.log(unseen.slice(0, Number(process.env["IAM_SHOW"])).join("\n\n"));
  expect(Math.min(counts.allowed, counts.refused, counts.unknown)).toBeGreaterThan(100);
  expect(share).toBeGreaterThanOrEqual(0.95);
});

/** An instance at random, then changed so that some of the patterns match. */
function sampled(sample: Case, random: Random): Instance {
  const symbols = symbolsOf(sample);
  const asked = questionsIn(sample);
  const pick = <T>(items: readonly T[]) => items[random(items.length)];
  let instance = instanceOf(symbols, fragmentsOf(sample), random);
  for (let aims = random(5); aims > 0; aims--) {
    const { subject, patterns } = pick(asked) ?? { subject: [], patterns: [] };
    const chosen = Array.from({ length: 1 + random(3) }, () => pick(patterns)).filter(
      (aim) => aim !== undefined,
    );
    instance = aimedAt(chosen, subject, symbols, instance, random);
  }
  return instance;
}

function requestOf({ externalId, session, account }: Case) {
  return {
    action: "sts:AssumeRole",
    caller: caller(account, symbolic`aws`),
    context: contextOf(
      { "sts:ExternalId": single(externalId), "sts:RoleSessionName": single(session) },
      absent,
    ),
  };
}

function naiveRequest({ externalId, session, account }: Case, instance: Instance): NaiveRequest {
  const text = (value: SymbolicString) => instantiate(value, ({ id }) => instance.get(id) ?? "");
  return {
    action: "sts:AssumeRole",
    account: text(account),
    partition: "aws",
    arns: [],
    context: { "sts:externalid": text(externalId), "sts:rolesessionname": text(session) },
  };
}

function policyIn({ policy }: Case, instance: Instance): NaivePolicy {
  return JSON.parse(
    JSON.stringify(policy, (_, item: unknown) =>
      item instanceof Symbolic ? instantiate(item.value, ({ id }) => instance.get(id) ?? `«${id}»`) : item,
    ),
  ) as NaivePolicy;
}

function symbolsOf(sample: Case): readonly StringSymbol[] {
  const found = new Map<string, StringSymbol>();
  for (const value of stringsIn(sample)) for (const part of symbolsIn(value)) found.set(part.id, part);
  return [...found.values()];
}

function fragmentsOf(sample: Case): readonly string[] {
  return stringsIn(sample).flatMap((value) =>
    value.flatMap((part) => (part.kind === "literal" ? part.text.split(/[@*?:]+/) : [])),
  );
}

function stringsIn(sample: Case): readonly SymbolicString[] {
  return [symbolic`aws`, sample.externalId, sample.session, sample.account, ...patternsIn(sample)];
}

/** Each string of the request with the patterns that are held against it. */
function questionsIn(
  sample: Case,
): readonly { subject: SymbolicString; patterns: readonly SymbolicString[] }[] {
  const { account, externalId, session } = sample;
  const [arns, others] = [symbolic`arn:aws:iam::${account}:root`, patternsIn(sample)];
  const under = (key: string) => patternsIn(sample, key);
  return [
    { subject: externalId, patterns: under("sts:ExternalId") },
    { subject: session, patterns: under("sts:RoleSessionName") },
    { subject: arns, patterns: under("AWS").filter((value) => describe(value).startsWith("arn:")) },
    { subject: account, patterns: under("AWS").filter((value) => !describe(value).startsWith("arn:")) },
    { subject: externalId, patterns: others },
  ].filter(({ patterns }) => patterns.length > 0);
}

function patternsIn({ policy }: Case, under?: string): readonly SymbolicString[] {
  const found: SymbolicString[] = [];
  const visit = (item: Json, key: string): void => {
    if (item instanceof Symbolic && key === (under ?? key)) found.push(item.value);
    else if (typeof item === "string" && key === (under ?? key)) found.push(concat(item));
    else if (Array.isArray(item)) item.forEach((inner: Json) => visit(inner, key));
    else if (typeof item === "object" && item !== null && !(item instanceof Symbolic)) {
      for (const [name, inner] of Object.entries(item)) visit(inner as Json, name);
    }
  };
  visit(policy, "");
  return found;
}

function show(sample: Case, instance: Instance): string {
  const values = [...instance].map(([id, text]) => `${id} = ${text}`).join(", ");
  const { context, account } = naiveRequest(
    sample,
    new Map(symbolsOf(sample).map(({ id }) => [id, `«${id}»`])),
  );
  return JSON.stringify({ values, context, account, policy: policyIn(sample, new Map()) }, null, 1);
}
