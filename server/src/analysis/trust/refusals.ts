/** Refused sessions by what refuses them: one wrong principal that refuses ten sessions is one refusal. */
import type { Location } from "../../base/location.ts";
import type { ConditionExplanation } from "../../iam/explanation.ts";
import { eachItem, type Condition, type Statement } from "../../iam/policy.ts";
import { isIntact } from "../damage.ts";
import type { ModuleView } from "../moduleView.ts";
import { inFile } from "../moduleView.ts";
import { causeOf, type Cause } from "./causes.ts";
import { verdictsOf, type RoleVerdict } from "./judge.ts";
import type { SessionVerdict } from "./sessionJudge.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";

type CauseOf<Kind extends Cause["kind"]> = Extract<Cause, { readonly kind: Kind }>;

export interface Refusal<OfCause extends Cause = Cause> {
  readonly verdict: RoleVerdict;
  readonly policy: JudgedPolicy;
  readonly cause: OfCause;
  /** All sessions that are refused for this, of all integrations; at least one. */
  readonly sessions: readonly [SessionVerdict, ...SessionVerdict[]];
}

const refusals = new WeakMap<ModuleView, readonly Refusal[]>();

export function refusalsOf<Kind extends Cause["kind"]>(
  view: ModuleView,
  kind: Kind,
): readonly Refusal<CauseOf<Kind>>[] {
  const known = refusals.get(view) ?? collect(view);
  refusals.set(view, known);
  return known.flatMap((refusal) => {
    const { cause } = refusal;
    return isOf(cause, kind) ? [{ ...refusal, cause }] : [];
  });
}

function isOf<Kind extends Cause["kind"]>(cause: Cause, kind: Kind): cause is CauseOf<Kind> {
  return cause.kind === kind;
}

function collect(view: ModuleView): readonly Refusal[] {
  const groups = new Map<string, { readonly refusal: Refusal; readonly others: SessionVerdict[] }>();
  for (const verdict of verdictsOf(view)) {
    if (verdict.role.kind !== "judged" || !isReadable(verdict, verdict.role.policy)) continue;
    const { policy } = verdict.role;
    for (const session of verdict.sessions.filter((one) => one.session.expected)) {
      const cause = causeOf(session);
      if (!cause) continue;
      const key = JSON.stringify([cause.kind, verdict.assumer, placesOf(cause, policy, verdict)]);
      const group = groups.get(key);
      if (group) group.others.push(session);
      else groups.set(key, { refusal: { verdict, policy, cause, sessions: [session] }, others: [] });
    }
  }
  return [...groups.values()].map(({ refusal, others }) => ({
    ...refusal,
    sessions: [refusal.sessions[0], ...others],
  }));
}

function isReadable({ subject }: RoleVerdict, { role }: JudgedPolicy): boolean {
  return isIntact(subject.block) && isIntact(role.declaration);
}

function placesOf(cause: Cause, policy: JudgedPolicy, verdict: RoleVerdict): readonly unknown[] {
  switch (cause.kind) {
    case "denied":
    case "action":
      return cause.statements.map(({ origin }) => origin);
    case "principal":
      return [policyPlace(policy), ...cause.principals.map(({ origin }) => origin)];
    case "external-id":
    case "phase":
    case "condition":
      return cause.conditions.map(
        ({ condition }) => condition.origin ?? condition.keyOrigin ?? policyPlace(policy),
      );
    case "tags":
      return [verdict.subject.address];
    case "together":
    case "not-saved":
      return [policyPlace(policy)];
  }
}

/** The name of the attribute that holds the policy. */
export function policyPlace({ file, attribute }: JudgedPolicy): Location {
  return inFile({ file }, attribute.name);
}

/** The one value of the one condition, the list of its values, or the policy where several conditions refuse. */
export function placeOfConditions(
  policy: JudgedPolicy,
  conditions: readonly ConditionExplanation[],
): Location {
  const [only, ...others] = conditions;
  if (!only || others.length > 0) return policyPlace(policy);
  const { condition } = only;
  const [value, ...values] = condition.values;
  const ofValue = value && values.length === 0 ? value.origin : undefined;
  const ofStatement = statementWith(policy, condition)?.origin;
  return ofValue ?? condition.origin ?? condition.keyOrigin ?? ofStatement ?? policyPlace(policy);
}

/** Undefined for conditions of another policy, and for those of a statement that may not be there. */
export function statementWith({ policy }: JudgedPolicy, condition: Condition): Statement | undefined {
  return policy.statements.find(
    (statement): statement is Statement => statement.kind === "statement" && holds(statement, condition),
  );
}

function holds({ conditions }: Statement, condition: Condition): boolean {
  let found = false;
  eachItem(conditions, (one) => (found ||= one === condition));
  return found;
}
