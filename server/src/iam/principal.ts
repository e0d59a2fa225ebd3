/**
 * Whether a statement is about a caller. A principal means the caller where it is one of the caller's names, or `*`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
import { causesOf, decide } from "./decide.ts";
import { explainItems } from "./explainItems.ts";
import type { PrincipalEntryExplanation, PrincipalExplanation, PrincipalMismatch } from "./explanation.ts";
import { all, any, fails, match, unknownRun, type Formula } from "./formula.ts";
import { mentionsInText } from "./mentions.ts";
import { exactPattern, mayHold, partsOf } from "./pattern.ts";
import type { Principal, Statement, UnknownItems } from "./policy.ts";
import type { Caller } from "./request.ts";
import { concat, knownText, symbolic, symbolsIn, type SymbolicString } from "./symbolic.ts";

export function principalFormula(principals: Statement["principals"], caller: Caller): Formula {
  return any(principals.map((principal) => entryFormula(principal, caller)));
}

export function explainPrincipal(principals: Statement["principals"], caller: Caller): PrincipalExplanation {
  return {
    matches: decide(principalFormula(principals, caller)),
    principals: principals.flatMap((principal) => explainEntries(principal, caller)),
  };
}

/** Of principals that may not be there those that are not the caller. */
function explainEntries(
  principal: Principal | UnknownItems<Principal>,
  caller: Caller,
): PrincipalExplanation["principals"] {
  if (principal.kind !== "unknown") return [explainEntry(principal, caller)];
  return explainItems(principal, (one) => explainEntries(one, caller), {
    isIdle: (one) => one.kind === "principal" && one.matches === "no",
  });
}

/** The sections of an IAM or STS ARN that tell whose it is; undefined where the text is no such ARN. */
export function readIdentityArn(arn: SymbolicString) {
  const [first] = arn;
  if (first?.kind === "literal" && !first.text.startsWith("arn:")) return undefined;
  if (symbolsIn(arn).some((symbol) => mayHold(symbol, ":"))) return undefined;
  const [prefix, partition, service, region, account, ...rest] = splitAtColons(arn);
  if (prefix === undefined || partition === undefined || account === undefined || rest.length === 0)
    return undefined;
  if (knownText(prefix) !== "arn" || knownText(region ?? []) !== "") return undefined;
  return { partition, service: knownText(service ?? []), account, resource: concat(...rest) };
}

function entryFormula(principal: Principal | UnknownItems<Principal>, caller: Caller): Formula {
  if (principal.kind === "unknown") {
    return unknownRun(principal, (principals) => principalFormula(principals, caller));
  }
  if (principal.type !== "AWS" && principal.type !== "*") return fails;
  const arn = readIdentityArn(principal.value);
  if (arn?.service === "iam" && knownText(arn.resource) === "root") {
    return all([is(caller.account, arn.account), is(caller.partition, arn.partition)]);
  }
  const pattern = exactPattern(partsOf(principal.value));
  return any([everyone, ...caller.names].map((name) => match(name, pattern)));
}

function is(actual: SymbolicString, wanted: SymbolicString): Formula {
  return match(actual, exactPattern(partsOf(wanted)));
}

const everyone = symbolic`*`;

function explainEntry(principal: Principal, caller: Caller): PrincipalEntryExplanation {
  const formula = entryFormula(principal, caller);
  const matches = decide(formula);
  const causes = matches === "unknown" ? causesOf(formula, mentionsInText(principal)) : [];
  const mismatch = matches === "no" ? mismatchOf(principal, caller) : undefined;
  return { kind: "principal", principal, matches, causes, mismatch };
}

function mismatchOf({ type, value }: Principal, caller: Caller): PrincipalMismatch {
  if (type !== "AWS") return { kind: "other-type" };
  const arn = readIdentityArn(value);
  const account = arn?.account ?? value;
  const text = knownText(account);
  if (text !== undefined && !/^\d{12}$/.test(text)) return { kind: "not-a-principal" };
  if (decide(is(caller.account, account)) === "no") return { kind: "other-account", account };
  if (arn === undefined) return { kind: "other-account", account };
  const elsewhere = decide(is(caller.partition, arn.partition)) === "no";
  return elsewhere ? { kind: "other-partition", partition: arn.partition } : { kind: "other-identity" };
}

function splitAtColons(value: SymbolicString): readonly SymbolicString[] {
  const sections: SymbolicString[] = [[]];
  for (const segment of value) {
    if (segment.kind === "symbol") {
      sections.push(concat(sections.pop() ?? [], segment));
      continue;
    }
    const [first = "", ...rest] = segment.text.split(":");
    sections.push(concat(sections.pop() ?? [], first), ...rest.map((text) => symbolic`${text}`));
  }
  return sections;
}
