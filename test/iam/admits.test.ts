/** Who else is let in: without an external ID, from another account, for another stack. */
import { describe, expect, it } from "vitest";
import {
  admissionsOfFamily,
  admissionsOfSome,
  admissionsWithoutId,
  type Family,
} from "../../server/src/iam/admits.ts";
import { single } from "../../server/src/iam/request.ts";
import { decodePolicy } from "../../server/src/iam/decode.ts";
import { symbolic } from "../../server/src/iam/symbolic.ts";
import {
  account,
  allow,
  anyId,
  otherAccount,
  otherStack,
  policy,
  session,
  stack,
  symbol,
} from "./kit/session.ts";
import { s, Unknown, valueOf, type Json, type JsonObject } from "./kit/values.ts";

const id = (operator: string, value: Json): JsonObject =>
  allow({ Condition: { [operator]: { "sts:ExternalId": value } } });
const decoded = (...statements: readonly Json[]) => decodePolicy(valueOf(policy(...statements))).policy;

describe("without an external ID", () => {
  it.each<[string, readonly Json[], readonly string[]]>([
    ["a condition", [id("StringLike", "acme@*")], ["no"]],
    ["no condition", [allow()], ["yes"]],
    [
      "a second statement without one",
      [id("StringLike", "acme@*"), allow({ Action: "sts:*" })],
      ["no", "yes"],
    ],
    [
      "a separate TagSession",
      [id("StringLike", "acme@*"), allow({ Action: "sts:TagSession" })],
      ["no", "no"],
    ],
    ["IfExists", [id("StringLikeIfExists", "acme@*")], ["yes"]],
    ["negated", [id("StringNotEquals", "x")], ["yes"]],
    [
      "negated and positive",
      [
        allow({
          Condition: { StringNotEquals: { "sts:ExternalId": "x" }, StringLike: { "sts:ExternalId": "*" } },
        }),
      ],
      ["no"],
    ],
    ["ForAllValues", [id("ForAllValues:StringLike", "acme@*")], ["yes"]],
    ["Null", [id("Null", "true")], ["yes"]],
    ["a Deny without an ID", [allow(), { ...id("Null", "true"), Effect: "Deny" }], ["no"]],
    ["an unknown condition", [allow({ Condition: new Unknown("var.c") })], ["unknown"]],
    ["another principal", [allow({ Principal: { AWS: "111111111111" } })], ["no"]],
  ])("%s", (_, statements, expected) => {
    expect(admissionsWithoutId(decoded(...statements), session()).map(({ admits }) => admits)).toEqual(
      expected,
    );
  });
});

const rest = symbol("the rest", "A-Za-z0-9_+=,.@:/-", 0, 1000);
const anyAccount = symbol("any account", "A-Za-z0-9_-", 2, 38);
const anySlug = symbol("any slug", "a-z0-9_-", 1, 255);
const anyIntegration = symbol("any integration", "0-9ABCDEFGHJKMNPQRSTVWXYZ", 26, 26);
/** Every ID of another account than acme. */
const notAcme: Family = { members: symbolic`${anyAccount}@${rest}`, except: [symbolic`acme@*`] };
/** Every ID of an account that is not the one that is known only as a symbol. */
const notOurs: Family = { members: symbolic`${otherAccount}@${rest}`, except: [] };
/** IDs of accounts whose name begins with that symbol and goes on. */
const beginningLikeOurs: Family = {
  members: symbolic`${account}${symbol("more", "A-Za-z0-9_-", 1, 36)}@${rest}`,
  except: [],
};
const sameStackElsewhere: Family = {
  members: symbolic`${otherAccount}@${anyIntegration}@${stack}@write`,
  except: [],
};
/** Every ID of acme for another stack than stack-a. */
const notStackA: Family = {
  members: symbolic`acme@${anyIntegration}@${anySlug}@write`,
  except: [symbolic`*@stack-a@*`],
};

describe("with an external ID of a family", () => {
  it.each<[string, Family, Json, string, RegExp?]>([
    ["the account and @", notAcme, "acme@*", "no"],
    ["the account alone", notAcme, "acme*", "yes", /^acme[A-Za-z0-9_-]+@/],
    ["everything", notAcme, "*", "yes", /^(?!acme@)[A-Za-z0-9_-]{2,}@/],
    ["any account", notAcme, "*@*@stack-a@*", "yes", /@stack-a@/],
    ["the account by reference", notOurs, s(symbolic`${account}@*`), "no"],
    ["the account by reference, without @", notOurs, s(symbolic`${account}*`), "unknown"],
    ["an account that begins like ours", beginningLikeOurs, s(symbolic`${account}*`), "yes"],
    ["an account that begins like ours, with @", beginningLikeOurs, s(symbolic`${account}@*`), "no"],
    ["everything, by reference", notOurs, "*", "yes"],
    ["this stack of any account, by reference", sameStackElsewhere, s(symbolic`*@*@${stack}@*`), "yes"],
    ["a pattern that is not known", notAcme, s(symbolic`${anyId}`), "unknown"],
    ["one stack", notStackA, "acme@*@stack-a@*", "no"],
    [
      "stacks with a common beginning",
      notStackA,
      "acme@*@stack-a*",
      "yes",
      /^acme@.{26}@stack-a[a-z0-9_-]+@write$/,
    ],
    [
      "stacks with a common end",
      notStackA,
      "acme@*@*stack-a@*",
      "yes",
      /^acme@.{26}@[a-z0-9_-]+stack-a@write$/,
    ],
    ["a list", notStackA, ["acme@*@stack-a@write", "acme@*@stack-b@write"], "yes", /@stack-b@write$/],
    ["the other phase only", notStackA, "acme@*@*@read", "no"],
    [
      "another stack by reference",
      { members: symbolic`acme@${anyIntegration}@${otherStack}@write`, except: [] },
      s(symbolic`acme@*@${stack}@*`),
      "no",
    ],
  ])("%s", (_, family, value, expected, witness) => {
    const [admission] = admissionsOfFamily(decoded(id("StringLike", value)), session(), family);
    expect(admission?.admits).toBe(expected);
    if (witness !== undefined) expect(admission?.witness).toMatch(witness);
  });

  it("asks for strings that are somebody's choice together", () => {
    const stranger = symbol("a stranger", "0-9", 12, 12);
    const role = symbol("a role", "a-z/", 1, 64);
    const family = { members: symbolic`${stranger}`, except: [symbolic`111111111111`] };
    const request = session({
      "aws:PrincipalAccount": single(stranger),
      "aws:PrincipalArn": single(symbolic`arn:aws:iam::${stranger}:${role}`),
    });
    const admits = (account: JsonObject, arn: string): string | undefined =>
      admissionsOfSome(
        decoded(
          allow({ Condition: { ...account, ArnLike: { "aws:PrincipalArn": arn } }, Principal: { AWS: "*" } }),
        ),
        request,
        family,
        [symbolic`${role}`],
      )[0]?.witness;
    const like = (pattern: string): JsonObject => ({ StringLike: { "aws:PrincipalAccount": pattern } });
    expect(admits(like("3*"), "arn:aws:iam::*:role/x")).toMatch(/^3\d{11}$/);
    expect(admits(like("1111*"), "arn:aws:iam::111111*:role/*")).toMatch(/^111111(?!111111)\d{6}$/);
    expect(admits(like("111111111111"), "arn:aws:iam::*:role/x")).toBeUndefined();
    expect(admits(like("3*"), "arn:aws:iam::4*:role/x")).toBeUndefined();
    expect(admits(like("3*"), "arn:aws:iam::*:user/X")).toBeUndefined();
  });

  it("minds a Deny for the others", () => {
    const deny = { ...id("StringNotLike", "acme@*"), Effect: "Deny" };
    const [admission] = admissionsOfFamily(decoded(allow(), deny), session(), notAcme);
    expect(admission?.admits).toBe("no");
  });
});
