/** One session against the trust policy of a role: IAM's answer with its grounds. */
import type { Explanation, Outcome } from "../../iam/explanation.ts";
import { mergeCauses, type UnknownCause } from "../../iam/formula.ts";
import { evaluate } from "../../iam/match.ts";
import type { Policy } from "../../iam/policy.ts";
import type { Request } from "../../iam/request.ts";
import { knownText, type SymbolicString } from "../../iam/symbolic.ts";
import { once } from "../../base/once.ts";
import { renameFacts, type Fact } from "../../terraform/facts.ts";
import type { ModuleView } from "../moduleView.ts";
import { candidateAccounts } from "./candidateAccounts.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";
import { namesFrom, withAccount } from "./names.ts";
import { readerFor } from "./policyReader.ts";
import { doubtInWords } from "./policyProblemWords.ts";
import type { PolicyReader } from "./reader.ts";
import { assumeRoleRequest, tagSessionRequest, type Assumer } from "./requests.ts";
import { sessionsOf, type Session } from "./sessions.ts";
import { settingIn, type Subject } from "./subjects.ts";
import { symbolIdOf } from "./symbolKinds.ts";

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
  /** The external ID of the other phase gets in, if the Spacelift account has a name that the policy has in it. */
  readonly admitsOtherPhase: boolean;
  /** The outcome is *allowed* if the Spacelift account has this name, which the policy has in it. */
  readonly allowedFor: string | undefined;
}

export interface JudgedRole {
  readonly kind: "judged";
  readonly policy: JudgedPolicy;
  /** The conditions by which it is this role and not another that is not known; mostly there are none. */
  readonly facts: readonly Fact[];
}

/** What is known where the integration is there, has this role, and the role is there. */
export function factsOf({ instance }: Subject, { policy: { role }, facts }: JudgedRole): readonly Fact[] {
  return [...instance.facts, ...facts, ...renameFacts(role.instance.facts, role.back)];
}

export function sessionJudge(
  view: ModuleView,
  subject: Subject,
  judged: JudgedRole,
  assumer: Assumer,
  tags: boolean,
): (session: Session) => SessionVerdict {
  const { policy } = judged;
  const { names } = policy;
  const own = assumer === "worker" ? { id: customId(policy.reader, subject) } : undefined;
  const known = factsOf(subject, judged);
  const policyFor = (session: Session): Policy =>
    policy.conditions.length === 0
      ? policy.policy
      : policy.where([...known, ...session.facts, ...elementsIn(session, policy)]);
  // What counts is what is there for certain; why it is so is seen best in the policy as it is written.
  const ask = (request: Request, sure: Policy): Explanation => {
    const explanation = evaluate(policy.policy, request);
    const { outcome } = explanation;
    if (sure === policy.policy || both(outcome, ifSaved[policy.isSaved]) !== outcome) return explanation;
    const certain = evaluate(sure, request);
    return certain.outcome === outcome ? explanation : certain;
  };
  const accounts = once(() => accountsNamed(view, subject, policy, known));
  const accountFor = (session: Session): string | undefined => {
    if (policy.isSaved !== "yes" || assumer !== "spacelift") return undefined;
    const sure = policyFor(session);
    return accounts().find((account) => account.admits(session, sure))?.name;
  };
  const admitsOtherPhase = (session: Session): boolean => {
    const sure = policyFor(session);
    const id = otherPhaseOf(session);
    if (id === undefined) return false;
    const { outcome } = ask(assumeRoleRequest(names, assumer, id), sure);
    return outcome === "unknown"
      ? accounts().some((account) => account.admitsOtherPhase(session, sure))
      : outcome === "allowed";
  };
  const later: Later = { accountFor, admitsOtherPhase };
  return (session) => {
    const sure = policyFor(session);
    const sent = own
      ? { ...session, externalId: own.id, otherForm: undefined, withPhase: undefined }
      : session;
    const assumeRole = ask(assumeRoleRequest(names, assumer, sent.externalId), sure);
    const otherForm = sent.otherForm && ask(assumeRoleRequest(names, assumer, sent.otherForm), sure);
    const tagSession = tags ? ask(tagSessionRequest(names, assumer), sure) : undefined;
    return new LateVerdict(sent, { assumeRole, otherForm, tagSession }, policy, later);
  };
}

interface Asked {
  readonly assumeRole: Explanation;
  readonly otherForm: Explanation | undefined;
  readonly tagSession: Explanation | undefined;
}

/** What is seldom asked for. */
interface Later {
  readonly accountFor: (session: Session) => string | undefined;
  readonly admitsOtherPhase: (session: Session) => boolean;
}

/** What is seldom asked for is worked out when it is. */
class LateVerdict implements SessionVerdict {
  readonly outcome: Outcome;
  readonly assumeRole: Explanation;
  readonly otherForm: Explanation | undefined;
  readonly tagSession: Explanation | undefined;

  constructor(
    readonly session: Session,
    { assumeRole, otherForm, tagSession }: Asked,
    private readonly policy: JudgedPolicy,
    private readonly later: Later,
  ) {
    this.assumeRole = assumeRole;
    this.otherForm = otherForm;
    this.tagSession = tagSession;
    this.outcome = both(this.#byPolicy(), ifSaved[policy.isSaved]);
  }

  get causes(): readonly UnknownCause[] {
    if (this.outcome !== "unknown") return [];
    if (this.#byPolicy() !== "unknown") return perhapsRefused(this.policy);
    const explanations = [this.assumeRole, this.otherForm, this.tagSession];
    return mergeCauses(explanations.flatMap((one) => one?.causes ?? []));
  }

  get admitsOtherPhase(): boolean {
    return this.later.admitsOtherPhase(this.session);
  }

  get allowedFor(): string | undefined {
    return this.outcome === "unknown" ? this.later.accountFor(this.session) : undefined;
  }

  /** What the policy says, if IAM takes it. */
  #byPolicy(): Outcome {
    const { assumeRole, otherForm, tagSession } = this;
    const assuming = either(assumeRole.outcome, otherForm?.outcome ?? assumeRole.outcome);
    return both(assuming, tagSession?.outcome ?? "allowed");
  }
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

/** Why nobody knows whether IAM takes the policy. */
function perhapsRefused({ problems }: JudgedPolicy): readonly UnknownCause[] {
  return problems
    .filter(({ isCertain }) => !isCertain)
    .map((doubt) => ({ kind: "input", reason: doubtInWords(doubt), origin: doubt.origin }));
}

function both(a: Outcome, b: Outcome): Outcome {
  if (a === "refused" || b === "refused") return "refused";
  return a === "allowed" && b === "allowed" ? "allowed" : "unknown";
}

/** Where one of two things happens, and nobody knows which. */
function either(a: Outcome, b: Outcome): Outcome {
  return a === b ? a : "unknown";
}

/** The external ID of the other phase; undefined where there is none. */
function otherPhaseOf({ phase, withPhase }: Session): SymbolicString | undefined {
  return phase && withPhase?.(phase === "read" ? "write" : "read");
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
  /** The same of the external ID of the other phase. */
  readonly admitsOtherPhase: (session: Session, policy: Policy) => boolean;
}

/** The Spacelift accounts that the policy has in it, where the settings name none. */
function accountsNamed(
  view: ModuleView,
  subject: Subject,
  { policy, names }: JudgedPolicy,
  known: readonly Fact[],
): readonly NamedAccount[] {
  if (knownText(namesFrom(view.settings).account) !== undefined) return [];
  return candidateAccounts(policy).map((name) => {
    const named = withAccount(names, name);
    const sessions = once(
      () =>
        new Map(
          sessionsOf(readerFor(view, named), subject, known)
            .toReversed()
            .map((there) => [sameness(there), there]),
        ),
    );
    const isLetIn = (id: SymbolicString | undefined, sure: Policy): boolean =>
      evaluate(sure, assumeRoleRequest(named, "spacelift", id)).outcome === "allowed";
    const admits = (session: Session, sure: Policy): boolean => {
      const there = sessions().get(sameness(session));
      return (
        !!there && [there.externalId, there.otherForm ?? there.externalId].every((id) => isLetIn(id, sure))
      );
    };
    const admitsOtherPhase = (session: Session, sure: Policy): boolean => {
      const there = sessions().get(sameness(session));
      const id = there && otherPhaseOf(there);
      return id !== undefined && isLetIn(id, sure);
    };
    return { name, admits, admitsOtherPhase };
  });
}

/** Equal for the sessions that are one, whatever the account is called. */
function sameness({ target, phase, origin }: Session): string {
  return JSON.stringify([origin, phase, target]);
}
