/** Who else: statements for the principal `*` that let in callers of AWS accounts which the policy does not name. */
import { perObject } from "../../base/remember.ts";
import { alphabetOf } from "../../iam/alphabet.ts";
import { admissionsOfSome } from "../../iam/admits.ts";
import {
  eachItem,
  type Condition,
  type Policy,
  type Principal,
  type Statement,
  type Text,
} from "../../iam/policy.ts";
import { absent, caller, contextOf, single, type ContextValue, type Request } from "../../iam/request.ts";
import { knownText, symbolic, type SymbolicString } from "../../iam/symbolic.ts";
import { externalIdConditions, isExternalId } from "./candidateAccounts.ts";
import { isEffect, knownPrincipals } from "./causes.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";
import { awsAccountSymbol, openSymbol } from "./shapes.ts";

export interface PublicDoor {
  readonly statement: Statement;
  /** Whether the policy says anything of who gets in. */
  readonly isNarrowed: boolean;
  /** An AWS account that gets in. */
  readonly witness: string | undefined;
}

export function isEveryone({ type, value }: Principal): boolean {
  return (type === "AWS" || type === "*") && knownText(value) === "*";
}

/** The callers choose their role, the external ID, and whatever else is not about who they are. */
export const doorsForEverybody = perObject(({ policy, names }: JudgedPolicy): readonly PublicDoor[] => {
  const statements = policy.statements.filter((one): one is Statement => one.kind === "statement");
  const open = statements.filter((one) => isEffect(one, "Allow") && knownPrincipals(one).some(isEveryone));
  if (open.length === 0) return [];
  const originals = new Map(open.map((statement) => [withoutChosen(statement), statement]));
  const asked: Policy = { ...policy, statements: [...originals.keys(), ...othersIn(policy, open)] };
  const isNarrowed = asked.statements.some(
    (one) => one.kind === "unknown" || one.conditions.some(isAboutCaller),
  );
  const family = { members: [stranger], except: accountsNamed(policy) };
  const doors = new Map<Statement, PublicDoor>();
  for (const externalId of externalIdsFor(policy)) {
    const request = requestWith(names.partition, externalId);
    for (const { statement, admits, witness } of admissionsOfSome(asked, request, family, chosen)) {
      const original = statement.kind === "statement" && originals.get(statement);
      if (!original || admits !== "yes" || doors.has(original)) continue;
      doors.set(original, { statement: original, isNarrowed, witness });
    }
    if (doors.size === open.length) break;
  }
  return [...doors.values()];
});

/** The other statements, but for a Deny that a caller gets around by what they choose. */
function othersIn({ statements }: Policy, open: readonly Statement[]): Policy["statements"] {
  return statements.filter(
    (one) =>
      one.kind === "unknown" ||
      !(open.includes(one) || (!isEffect(one, "Allow") && one.conditions.some(isChosen))),
  );
}

function withoutChosen(statement: Statement): Statement {
  return { ...statement, conditions: statement.conditions.filter((one) => !isChosen(one)) };
}

/**
 * Whether it is about what whoever asks may choose, or wait for. External IDs that are written out are asked about one
 * by one, and one that nobody knows here is known to whoever asks.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function isChosen(condition: Statement["conditions"][number]): boolean {
  if (condition.kind === "unknown") return false;
  if (isExternalId(condition)) return !condition.values.every(isWrittenOut);
  return chosenKeys.test(knownText(condition.key) ?? "");
}

function isWrittenOut(value: Condition["values"][number]): value is Text {
  return value.kind === "string" && knownText(value.value) !== undefined;
}

const chosenKeys =
  /^(sts:|aws:(RequestTag\/|TagKeys$|MultiFactorAuth|SecureTransport$|RequestedRegion$|UserAgent$|Referer$|CurrentTime$|EpochTime$|TokenIssueTime$))/i;

function isAboutCaller(condition: Statement["conditions"][number]): boolean {
  return condition.kind === "unknown" || !isExternalId(condition);
}

/** None, one for each value that the policy has, and any. */
function externalIdsFor(policy: Policy): readonly ContextValue[] {
  const patterns = externalIdConditions(policy).flatMap(({ values }) => values.filter(isWrittenOut));
  const ids = new Set(patterns.map(({ value }) => (knownText(value) ?? "").replaceAll(/[*?]/g, "x")));
  return [absent, ...[...ids].map((id) => single(id)), single(anyExternalId)];
}

const stranger = { ...awsAccountSymbol("AWS account of a stranger"), label: "another AWS account" };
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const identity = {
  ...openSymbol("identity of a stranger", "the role or user of another AWS account"),
  alphabet: alphabetOf("a-zA-Z0-9+=,.@_/-"),
};
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const anyExternalId = {
  ...openSymbol("external ID of a stranger", "an external ID"),
  alphabet: alphabetOf("a-zA-Z0-9_+=,.@:/-"),
  minLength: 2,
  maxLength: 1224,
};
const chosen: readonly SymbolicString[] = [[identity], [anyExternalId]];

/** From an account that is in no organisation. */
function requestWith(partition: SymbolicString, externalId: ContextValue): Request {
  const arn = symbolic`arn:${partition}:iam::${stranger}:${identity}`;
  const context = contextOf(
    {
      "aws:PrincipalAccount": single(stranger),
      "aws:PrincipalArn": single(arn),
      "aws:PrincipalOrgID": absent,
      "aws:PrincipalOrgPaths": absent,
      "aws:PrincipalIsAWSService": single("false"),
      "sts:ExternalId": externalId,
    },
    {
      kind: "by-name",
      valueOf: (key) => ({ kind: "unknown", reason: `what the request says of ${key} is not known` }),
    },
  );
  return { action: "sts:AssumeRole", caller: caller([stranger], partition, [arn]), context };
}

/** Accounts that stand in principals and conditions, which are meant to get in, or out. */
function accountsNamed({ statements }: Policy): readonly SymbolicString[] {
  const found = new Set<string>();
  const visit = ({ value }: { readonly value: SymbolicString }): void => {
    for (const part of value) {
      if (part.kind === "literal") for (const [account] of part.text.matchAll(accountIds)) found.add(account);
    }
  };
  const visitCondition = ({ values }: Condition): void => eachItem(values, visit);
  eachItem(statements, ({ principals, conditions }) => {
    eachItem(principals, visit);
    eachItem(conditions, visitCondition);
  });
  return [...found].map((account) => symbolic`${account}`);
}

const accountIds = /(?<!\d)\d{12}(?!\d)/g;
