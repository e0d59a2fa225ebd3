/**
 * Who else: patterns for external IDs that were meant for one stack of the account, and let in others whose slugs begin
 * or end like its own.
 */
import { admissionsOfFamily, type Admission, type Family } from "../../iam/admits.ts";
import type { Outcome } from "../../iam/explanation.ts";
import { evaluate } from "../../iam/match.ts";
import type { Condition, Effect, Policy, Statement, Text } from "../../iam/policy.ts";
import { identityOf, knownText, literalSegment, symbolic, type SymbolicString } from "../../iam/symbolic.ts";
import { phases, type Phase } from "../../spacelift/phases.ts";
import { candidateAccounts, isExternalId } from "./candidateAccounts.ts";
import { isEffect } from "./causes.ts";
import { composeId } from "./externalIdForms.ts";
import { segmentsOf } from "./idSegments.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";
import type { SpaceliftNames } from "./names.ts";
import { assumeRoleRequest } from "./requests.ts";
import { slugSymbol } from "./shapes.ts";
import type { SpaceliftRole } from "./spaceliftRoles.ts";

export interface LoosePattern {
  readonly condition: Condition;
  readonly value: Text;
  /** The slug of the stack that it is for. */
  readonly slug: SymbolicString;
  /** The slug of another stack that gets in; undefined where it cannot be told without knowing `slug`. */
  readonly other: SymbolicString | undefined;
}

/**
 * A pattern is for one stack where it serves none with another slug as short, and no other attached stack needs it:
 * `stack-a*` is for stack-a, `stack-*` and `stack-?*` for all whose names begin so, and `acme@*` for any.
 */
export function loosePatterns(role: SpaceliftRole): readonly LoosePattern[] {
  const { policy: judged } = role;
  const patterns = patternsIn(judged.policy);
  if (patterns.length === 0) return [];
  const { names } = judged;
  const stacks = stacksOf(role);
  return patterns.flatMap((pattern) => {
    const meant = stacks.filter(({ isAttached, slug }) => isAttached && mayBeFor(pattern.value, slug));
    if (meant.length === 0) return [];
    const use = useOf(judged.policy, pattern);
    for (const account of accountsOf(judged)) {
      for (const phase of phases.toReversed()) {
        const found = looseFor({ ...use, names, stacks, meant, account, phase });
        if (found) return [found];
      }
    }
    return [];
  });
}

/** The account may be any that the policy names, where the settings do not tell. */
function accountsOf({ policy, names: { account } }: JudgedPolicy): readonly SymbolicString[] {
  if (knownText(account) !== undefined) return [account];
  return [...candidateAccounts(policy).map((name) => symbolic`${name}`), account];
}

/** A stack or module that an integration of the role serves. */
interface Stack {
  readonly integration: SymbolicString;
  readonly slug: SymbolicString;
  /** What is sent for it; it may be either where both are here. */
  readonly phases: readonly Phase[];
  /** Whether it is attached for certain, and may be let in. */
  readonly isAttached: boolean;
}

function stacksOf({ policy: { reader }, verdicts }: SpaceliftRole): readonly Stack[] {
  return verdicts.flatMap(({ subject, sessions }) => {
    if (subject.kind === "legacy") return [];
    const integration = reader.text(`${subject.address}.id`);
    return sessions.flatMap(({ session: { slug, phase, origin, certain }, assumeRole }) => {
      const isAttached = origin === "attachment" || (origin === "auto-attach" && certain);
      const isLetIn = assumeRole.outcome !== "refused";
      return slug
        ? [{ integration, slug, phases: phase ? [phase] : phases, isAttached: isAttached && isLetIn }]
        : [];
    });
  });
}

/** One value of a condition that says which external IDs get in. */
interface PatternInPolicy {
  readonly statement: Statement;
  readonly condition: Condition;
  readonly value: Text;
}

function patternsIn(policy: Policy): readonly PatternInPolicy[] {
  return policy.statements.flatMap((statement) => {
    if (statement.kind !== "statement") return [];
    return statement.conditions.flatMap((condition) => {
      if (condition.kind !== "condition" || !saysWhichIds(statement, condition)) return [];
      return condition.values
        .filter((value): value is Text => value.kind === "string" && mayServeSeveral(value.value))
        .map((value) => ({ statement, condition, value }));
    });
  });
}

/** An Allow of what is like it, or a Deny of what is not. */
function saysWhichIds(statement: Statement, condition: Condition): boolean {
  if (!isExternalId(condition)) return false;
  const { name } = condition.operator;
  return isEffect(statement, "Allow")
    ? name === "StringLike"
    : isEffect(statement, "Deny") && name === "StringNotLike";
}

/**
 * False only for patterns that match the external IDs of one stack at most: those without a wildcard, and those with
 * as many `@` as are sent, where no wildcard stands between the last two. None of the parts can hold an `@`.
 */
function mayServeSeveral(value: SymbolicString): boolean {
  if (!hasWildcard(value)) return false;
  const segments = segmentsOf(value);
  const [, , slug] = segments;
  return hasWildcard(segments.length === 4 && slug ? slug : value);
}

function hasWildcard(value: SymbolicString): boolean {
  return value.some((part) => part.kind === "literal" && /[*?]/.test(part.text));
}

/**
 * False only for patterns that serve another stack with a slug as short, if this one at all: a character of the slug
 * that a wildcard stands for could as well be another one.
 */
function mayBeFor({ value }: Text, slug: SymbolicString): boolean {
  const withoutStars = value.map((part) =>
    part.kind === "literal" ? literalSegment(part.text.replaceAll("*", "")) : part,
  );
  return comparable(withoutStars).includes(comparable(slug));
}

function comparable(value: SymbolicString): string {
  return value.map((part) => (part.kind === "literal" ? part.text : JSON.stringify([part.id]))).join("");
}

/** What the policy would be by the pattern. */
interface PatternUse extends Pick<PatternInPolicy, "condition" | "value"> {
  /** The policy in which the condition has this value alone. */
  readonly only: Policy;
  /** The statement there that has to admit what gets in; undefined where it may be any. */
  readonly admitting: Statement | undefined;
  /** The policy in which the condition lacks this value. */
  readonly without: Policy;
  /** A policy that asks for nothing but this. */
  readonly alone: Policy;
}

function useOf(policy: Policy, { statement, condition, value }: PatternInPolicy): PatternUse {
  const having = (values: Condition["values"]): Statement => ({
    ...statement,
    conditions: statement.conditions.map((one) => (one === condition ? { ...condition, values } : one)),
  });
  const withStatement = (changed: Statement): Policy => ({
    ...policy,
    statements: policy.statements.map((one) => (one === statement ? changed : one)),
  });
  const narrowed = having([value]);
  const operator = { ...condition.operator, name: "StringLike", qualifier: undefined, ifExists: false };
  const demand = { ...statement, effect: allow, conditions: [{ ...condition, operator, values: [value] }] };
  return {
    condition,
    value,
    only: withStatement(narrowed),
    admitting: isEffect(statement, "Allow") ? narrowed : undefined,
    without: withStatement(having(condition.values.filter((one) => one !== value))),
    alone: { ...policy, statements: [demand] },
  };
}

const allow: Effect = { kind: "effect", name: "Allow", origin: undefined };

/** Whether the pattern admits others in a phase, of the account with that name. */
interface Question extends PatternUse {
  readonly stacks: readonly Stack[];
  /** Those of them that it may be for. */
  readonly meant: readonly Stack[];
  readonly names: SpaceliftNames;
  readonly account: SymbolicString;
  readonly phase: Phase;
}

function looseFor(question: Question): LoosePattern | undefined {
  const { condition, value, stacks, meant, alone } = question;
  for (const stack of meant) {
    const isMeant =
      outcomeOf(question, alone, idFor(question, stack)) === "allowed" &&
      !admissionOf(question, alone, othersAsShort(question, stack), undefined);
    const others = isMeant ? othersLike(question, stack) : undefined;
    if (others && !stacks.some((other) => isNeededBy(question, stack, other)))
      return { condition, value, slug: stack.slug, other: others.example };
  }
  return undefined;
}

/** IDs with another slug that is no longer. Nobody knows which are longer than a slug that is not known. */
function othersAsShort(question: Question, { integration, slug }: Stack): Family {
  const maxLength = knownText(slug)?.length ?? anySlug.maxLength;
  const other = { ...anySlug, id: `another stack, of ${maxLength} characters at most`, maxLength };
  const members = idFor(question, { integration, slug: [other] });
  return { members, except: knownText(slug) === undefined ? [] : [symbolic`*@${slug}@*`] };
}

const anySlug = slugSymbol("any other stack", "stack", "other");

/** Whether another stack gets in whose slug begins or ends like that of this one, and which one for example. */
function othersLike(
  question: Question,
  { integration, slug }: Stack,
): { readonly example: SymbolicString | undefined } | undefined {
  const { stacks, only, admitting } = question;
  // A slug that is not known may be any one, but not all of them.
  const attached = stacks.filter((stack) => knownText(stack.slug) !== undefined);
  const except = attached.map((stack) => symbolic`*@${stack.slug}@*`);
  const alike = [
    symbolic`${slug}-x`,
    symbolic`x-${slug}`,
    symbolic`${slug}${anySlug}`,
    symbolic`${anySlug}${slug}`,
  ];
  for (const other of alike) {
    const members = idFor(question, { integration, slug: other });
    const admission = admissionOf(question, only, { members, except }, admitting);
    if (!admission) continue;
    if (!other.includes(anySlug)) return { example: other };
    return { example: knownText(slug) === undefined ? undefined : slugIn(admission.witness) };
  }
  return undefined;
}

function slugIn(externalId = ""): SymbolicString | undefined {
  const slug = externalId.split("@")[2];
  return slug === undefined ? undefined : symbolic`${slug}`;
}

/** Whether the pattern may be what lets another stack in. */
function isNeededBy(question: Question, own: Stack, other: Stack): boolean {
  if (identityOf(own.slug) === identityOf(other.slug)) return false;
  return other.phases.some((phase) => {
    const id = idFor({ ...question, phase }, other);
    return (
      outcomeOf(question, question.alone, id) !== "refused" &&
      outcomeOf(question, question.without, id) !== "allowed"
    );
  });
}

function idFor(
  { account, phase }: Question,
  { integration, slug }: Pick<Stack, "integration" | "slug">,
): SymbolicString {
  return composeId("at", { account, integration, slug, phase });
}

function outcomeOf({ names }: Question, policy: Policy, externalId: SymbolicString): Outcome {
  return evaluate(policy, assumeRoleRequest(names, "spacelift", externalId)).outcome;
}

/** By the statement, or by any where there is none. */
function admissionOf(
  { names }: Question,
  policy: Policy,
  family: Family,
  statement: Statement | undefined,
): Admission | undefined {
  const request = assumeRoleRequest(names, "spacelift", undefined);
  return admissionsOfFamily(policy, request, family).find(
    (one) => one.admits === "yes" && (statement === undefined || one.statement === statement),
  );
}
