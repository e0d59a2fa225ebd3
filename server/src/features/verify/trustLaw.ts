/**
 * What edits do to who gets in. Whoever got in before still does; and where a policy is generated, all sessions of the
 * integration get in, and nobody beyond what its scope says.
 */
import { editedModule } from "../../analysis/editedModule.ts";
import { setAttribute } from "../../analysis/edits.ts";
import { viewOf, type FamilyBlock, type ModuleView } from "../../analysis/moduleView.ts";
import { verdictsOf, type RoleVerdict } from "../../analysis/trust/judge.ts";
import type { SessionVerdict } from "../../analysis/trust/sessionJudge.ts";
import type { JudgedPolicy } from "../../analysis/trust/judgedPolicy.ts";
import { sessionsOf } from "../../analysis/trust/sessions.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { getsIn } from "./getsIn.ts";
import { othersLetIn } from "./othersLetIn.ts";
import type { Scope } from "../trustPolicy/plan.ts";

/** What generating a policy promises. */
export interface TrustPromise {
  /** The integration's address. */
  readonly integration: string;
  readonly scope: Scope;
  /** The role that it is to assume, as an expression in the integration: `aws_iam_role.main[each.key]`. */
  readonly role: string;
}

/** Who is refused after the edits that was let in before. */
export function lockedOut(before: ModuleView, after: ModuleView): string | undefined {
  const later = new Map(verdictsOf(after).map((verdict) => [verdict.subject.address, verdict]));
  for (const { subject, sessions } of verdictsOf(before)) {
    const now = later.get(subject.address);
    for (const session of sessions.filter(isLetIn)) {
      const same = now?.sessions.find((other) => keyOf(other) === keyOf(session));
      if (now?.role.kind === "unjudged" || (now && same && !isLetIn(same) && !getsIn(same, now.assumer))) {
        return `${subject.address} would no longer be let in for ${session.session.target}`;
      }
    }
  }
  return undefined;
}

function isLetIn({ outcome, allowedFor }: SessionVerdict): boolean {
  return outcome === "allowed" || allowedFor !== undefined;
}

function keyOf({ session: { origin, target, phase } }: SessionVerdict): string {
  return JSON.stringify([origin, target, phase]);
}

/** How the promise would be broken; undefined where it is kept. */
export function brokenPromise(before: Snapshot, after: Snapshot, promise: TrustPromise): string | undefined {
  const subjects = judgedSubjects(after, promise);
  return refusal(subjects, promise) ?? intrusion(viewOf(before), subjects, promise);
}

/** The integration's verdicts; an ARN that may be any, or one of two, is taken for that of the promised role. */
function judgedSubjects(after: Snapshot, promise: TrustPromise): readonly RoleVerdict[] {
  const own = (view: ModuleView): readonly RoleVerdict[] =>
    verdictsOf(view).filter(({ subject }) => subject.block.declaration.address === promise.integration);
  const found = own(viewOf(after));
  const isOpen = found.some(({ role }) => role.kind === "unjudged" || role.facts.length > 0);
  return isOpen ? own(viewOf(withRole(after, promise))) : found;
}

function withRole(after: Snapshot, { integration, role }: TrustPromise): Snapshot {
  const block = integrationIn(viewOf(after), integration);
  if (!block) return after;
  const edits = setAttribute(block.file, block.block, { name: "role_arn", value: `${role}.arn` });
  return { ...after, module: editedModule(after.module, [{ uri: block.file.uri, edits }]) };
}

function integrationIn(view: ModuleView, address: string): FamilyBlock | undefined {
  return view.family.find(({ declaration }) => declaration.address === address);
}

function refusal(subjects: readonly RoleVerdict[], { integration }: TrustPromise): string | undefined {
  for (const { role, sessions, assumer } of subjects) {
    if (role.kind === "unjudged") return `whether ${integration} is let in cannot be told: ${role.reason}`;
    if (role.policy.isSaved === "no") return "IAM would refuse the policy for what else is in it";
    const bad = sessions.find((session) => !getsIn(session, assumer));
    if (bad) return notLetIn(integration, bad);
  }
  return undefined;
}

function notLetIn(integration: string, { outcome, session: { target } }: SessionVerdict): string {
  return outcome === "unknown"
    ? `whether ${integration} is let in for ${target} could not be told`
    : `${integration} would be refused for ${target}`;
}

function intrusion(
  before: ModuleView,
  subjects: readonly RoleVerdict[],
  promise: TrustPromise,
): string | undefined {
  const earlier = new Map<string, JudgedPolicy>(
    verdictsOf(before).flatMap(({ role }) =>
      role.kind === "judged" ? [[roleKey(role.policy), role.policy]] : [],
    ),
  );
  for (const { role, subject, assumer } of subjects) {
    if (role.kind === "unjudged") continue;
    const { policy } = role;
    const sessions = sessionsOf(policy.reader, subject);
    const others = othersLetIn({
      before: earlier.get(roleKey(policy)),
      after: policy,
      sessions,
      subject,
      assumer,
      scope: promise.scope,
    });
    if (others !== undefined) return others;
  }
  return undefined;
}

function roleKey({ role: { declaration, instance } }: JudgedPolicy): string {
  return declaration.address + instance.step;
}
