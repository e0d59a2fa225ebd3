/**
 * Will Spacelift get in? For each integration the role, the sessions, and IAM's answer to each with its grounds.
 * Hover, code lens, findings, the command line and the map all read this one tree.
 */
import type { Explanation, Outcome } from "../../iam/explanation.ts";
import type { UnknownCause } from "../../iam/formula.ts";
import { isSpent, newEffort, within } from "../../iam/effort.ts";
import { evaluate } from "../../iam/match.ts";
import type { Policy } from "../../iam/policy.ts";
import type { Request } from "../../iam/request.ts";
import { knownText, type SymbolicString } from "../../iam/symbolic.ts";
import { attributeNamed } from "../../spacelift/schema.ts";
import { toSafeInteger } from "../../terraform/bigFloat.ts";
import { renameFacts, type Fact } from "../../terraform/choice.ts";
import { convert } from "../../terraform/convert.ts";
import { numberType } from "../../terraform/type.ts";
import type { ModuleView } from "../moduleView.ts";
import { once } from "../../base/once.ts";
import { candidateAccounts } from "./candidateAccounts.ts";
import { policyOf, type JudgedPolicy } from "./judgedPolicy.ts";
import { namesFrom, withAccount } from "./names.ts";
import { mayBeOtherAccount } from "./otherAccount.ts";
import { readerFor } from "./policyReader.ts";
import type { PolicyReader } from "./reader.ts";
import { assumeRoleRequest, tagSessionRequest, type Assumer } from "./requests.ts";
import { roleOfSubject, unjudged, type Unjudged } from "./roleOfSubject.ts";
import { sessionsOf, type Session } from "./sessions.ts";
import { flagIn, settingIn, subjectsOf, type Subject } from "./subjects.ts";
import { symbolIdOf } from "./symbolKinds.ts";

export interface RoleVerdict {
  readonly subject: Subject;
  readonly assumer: Assumer;
  /** Whether Spacelift passes session tags along. */
  readonly passesTags: boolean | "unknown";
  /** How long its credentials last; undefined where that is not known. */
  readonly durationSeconds: number | undefined;
  readonly role: JudgedRole | Unjudged;
  /** Empty where there is no policy to judge them by. */
  readonly sessions: readonly SessionVerdict[];
}

interface JudgedRole {
  readonly kind: "judged";
  readonly policy: JudgedPolicy;
  /** The conditions by which it is this role and not another that is not known; mostly there are none. */
  readonly facts: readonly Fact[];
}

export interface SessionVerdict {
  readonly session: Session;
  readonly outcome: Outcome;
  readonly assumeRole: Explanation;
  /** The same for the external ID in its other form, where it may be sent in either. */
  readonly otherForm: Explanation | undefined;
  /** Where the integration passes tags: whether it may. */
  readonly tagSession: Explanation | undefined;
  /** Where the outcome is unknown: why. */
  readonly causes: readonly UnknownCause[];
  /** The outcome is *allowed* if the Spacelift account has this name, which the policy has in it. */
  readonly allowedFor: string | undefined;
}

const verdicts = new WeakMap<ModuleView, readonly RoleVerdict[]>();

export function verdictsOf(view: ModuleView): readonly RoleVerdict[] {
  const known = verdicts.get(view);
  if (known) return known;
  const effort = newEffort();
  const found = within(effort, () =>
    subjectsOf(view).map((subject) => {
      const verdict = isSpent(effort) ? undefined : judgeSubject(view, subject);
      return verdict && !isSpent(effort) ? verdict : tooLarge(view, subject);
    }),
  );
  verdicts.set(view, found);
  return found;
}

/** A module that asks for more than can be worked out between two keys is judged as far as it goes. */
function tooLarge(view: ModuleView, subject: Subject): RoleVerdict {
  const reason = "the patterns of this module's trust policies take too long to compare while you type";
  return { ...assumptionOf(view, subject), role: unjudged(reason), sessions: [] };
}

/** How the role is assumed, whatever its policy says. */
function assumptionOf(
  view: ModuleView,
  subject: Subject,
): Pick<RoleVerdict, "subject" | "assumer" | "passesTags" | "durationSeconds"> {
  const inWorker = flagIn(view, subject, "generate_credentials_in_worker");
  return {
    subject,
    assumer: inWorker === true ? "worker" : "spacelift",
    passesTags: flagIn(view, subject, "tag_assume_role"),
    durationSeconds: durationIn(view, subject),
  };
}

function judgeSubject(view: ModuleView, subject: Subject): RoleVerdict {
  const common = assumptionOf(view, subject);
  const without = (role: Unjudged): RoleVerdict => ({ ...common, role, sessions: [] });
  if (flagIn(view, subject, "generate_credentials_in_worker") === "unknown")
    return without(unjudged("who assumes the role depends on generate_credentials_in_worker"));
  if (mayBeOtherAccount(view, subject.block))
    return without(unjudged("its provider may be that of another Spacelift account than your settings name"));
  const found = roleOfSubject(view, subject);
  if (found.kind === "unjudged") return without(found);
  const policy = policyOf(view, found.role);
  if (!policy)
    return without(unjudged(`${found.role.declaration.address} has no assume_role_policy that counts`));
  const role = { kind: "judged", policy, facts: found.facts } as const;
  const judgeOne = sessionJudge(view, subject, role, common.assumer, common.passesTags === true);
  return {
    ...common,
    role,
    sessions: sessionsOf(policy.reader, subject).map(judgeOne),
  };
}

function sessionJudge(
  view: ModuleView,
  subject: Subject,
  { policy, facts }: JudgedRole,
  assumer: Assumer,
  tags: boolean,
): (session: Session) => SessionVerdict {
  const { names } = policy;
  const own = assumer === "worker" ? { id: customId(policy.reader, subject) } : undefined;
  const { role } = policy;
  const known = [...subject.instance.facts, ...facts, ...renameFacts(role.instance.facts, role.back)];
  const policyFor = (session: Session): Policy =>
    policy.conditions.length === 0
      ? policy.policy
      : policy.where([...known, ...session.facts, ...elementsIn(session, policy)]);
  const accounts = once(() => accountsNamed(view, subject, policy));
  return (session) => {
    const sure = policyFor(session);
    // What counts is what is there for certain; why it is so is seen best in the policy as it is written.
    const ask = (request: Request): Explanation => {
      const explanation = evaluate(policy.policy, request);
      const { outcome } = explanation;
      if (sure === policy.policy || both(outcome, ifSaved[policy.isSaved]) !== outcome) return explanation;
      const certain = evaluate(sure, request);
      return certain.outcome === outcome ? explanation : certain;
    };
    const tagSession = tags ? ask(tagSessionRequest(names, assumer)) : undefined;
    const sent = own
      ? { ...session, externalId: own.id, otherForm: undefined, withPhase: undefined }
      : session;
    const explain = (id: SymbolicString | undefined): Explanation =>
      ask(assumeRoleRequest(names, assumer, id));
    const assumeRole = explain(sent.externalId);
    const otherForm = sent.otherForm && explain(sent.otherForm);
    const assuming = either(assumeRole.outcome, otherForm?.outcome ?? assumeRole.outcome);
    const byPolicy = both(assuming, tagSession?.outcome ?? "allowed");
    const outcome = both(byPolicy, ifSaved[policy.isSaved]);
    return {
      session: sent,
      outcome,
      assumeRole,
      otherForm,
      tagSession,
      get causes() {
        if (outcome !== "unknown") return [];
        if (byPolicy !== "unknown") return [perhapsRefused];
        return [assumeRole, otherForm, tagSession].flatMap((one) => one?.causes ?? []);
      },
      get allowedFor() {
        if (outcome !== "unknown" || policy.isSaved !== "yes" || assumer !== "spacelift") return undefined;
        return accounts().find((account) => account.admits(session, sure))?.name;
      },
    };
  };
}

/** Where the ID of an element is sent, there is such an element. */
function elementsIn({ slug = [] }: Session, { conditions }: JudgedPolicy): readonly Fact[] {
  const isOf = (name: string): boolean =>
    slug.some((part) => part.kind === "symbol" && (part.id === name || part.id.includes(`[${name}]`)));
  return conditions
    .filter(({ name, looped }) => looped && isOf(name))
    .map(({ name }) => ({ condition: name, holds: true }));
}

const ifSaved = { yes: "allowed", no: "refused", unknown: "unknown" } as const;

const perhapsRefused: UnknownCause = {
  kind: "input",
  reason: "IAM refuses the role's trust policy if it has what a loop makes",
  origin: undefined,
};

function durationIn(view: ModuleView, subject: Subject): number | undefined {
  const value = settingIn(view, subject, "duration_seconds");
  const schema = attributeNamed(subject.block.schema, "duration_seconds");
  if (value === undefined) return typeof schema?.default === "number" ? schema.default : undefined;
  const number = convert(value, numberType);
  return number.kind === "number" ? toSafeInteger(number.value) : undefined;
}

function both(a: Outcome, b: Outcome): Outcome {
  if (a === "refused" || b === "refused") return "refused";
  return a === "allowed" && b === "allowed" ? "allowed" : "unknown";
}

/** Where one of two things happens, and nobody knows which. */
function either(a: Outcome, b: Outcome): Outcome {
  return a === b ? a : "unknown";
}

/** What a private worker sends; undefined where it is not set or not known. */
function customId(reader: PolicyReader, subject: Subject): SymbolicString | undefined {
  const value = settingIn(reader.view, subject, "external_id");
  if (value?.kind === "string" && value.parts.length > 0) return reader.string(value.parts);
  const id = value && symbolIdOf(value);
  return id === undefined ? undefined : reader.text(id);
}

interface NamedAccount {
  readonly name: string;
  /** Whether the session would be let in if the Spacelift account had this name. */
  readonly admits: (session: Session, policy: Policy) => boolean;
}

/** The Spacelift accounts that the policy has in it, where the settings name none. */
function accountsNamed(
  view: ModuleView,
  subject: Subject,
  { policy, names }: JudgedPolicy,
): readonly NamedAccount[] {
  if (knownText(namesFrom(view.settings).account) !== undefined) return [];
  return candidateAccounts(policy).map((name) => {
    const named = withAccount(names, name);
    const sessions = once(
      () =>
        new Map(
          sessionsOf(readerFor(view, named), subject)
            .toReversed()
            .map((there) => [sameness(there), there]),
        ),
    );
    const admits = (session: Session, sure: Policy): boolean => {
      const there = sessions().get(sameness(session));
      const isLetIn = (id: SymbolicString | undefined): boolean =>
        evaluate(sure, assumeRoleRequest(named, "spacelift", id)).outcome === "allowed";
      return !!there && [there.externalId, there.otherForm ?? there.externalId].every(isLetIn);
    };
    return { name, admits };
  });
}

/** Equal for the sessions that are one, whatever the account is called. */
function sameness({ target, phase, origin }: Session): string {
  return JSON.stringify([origin, phase, target]);
}
