/** Whom a generated policy lets in besides those that its scope names, and that the role did not let in before. */
import { attachmentsOf } from "../../analysis/attachments.ts";
import { headerOf } from "../../analysis/moduleView.ts";
import { accountNamed, principalsOf, type JudgedPolicy } from "../../analysis/trust/judgedPolicy.ts";
import { accountSymbol } from "../../analysis/trust/names.ts";
import { doorsForOthers, doorsWithoutId } from "../../analysis/trust/openDoors.ts";
import { assumeRoleRequest, type Assumer } from "../../analysis/trust/requests.ts";
import type { Session } from "../../analysis/trust/sessions.ts";
import { integrationIdSymbol, slugSymbol } from "../../analysis/trust/shapes.ts";
import type { Subject } from "../../analysis/trust/subjects.ts";
import { admissionsOfFamily, type Family } from "../../iam/admits.ts";
import type { Principal } from "../../iam/policy.ts";
import { describe, identityOf, knownText, symbolic, type SymbolicString } from "../../iam/symbolic.ts";
import { evaluate } from "../../iam/match.ts";
import { phases, type Phase } from "../../spacelift/phases.ts";
import { exactAttachments, type Scope } from "../trustPolicy/plan.ts";

interface Question {
  /** The role's policy before; undefined for a new role. */
  readonly before: JudgedPolicy | undefined;
  readonly after: JudgedPolicy;
  readonly subject: Subject;
  readonly sessions: readonly Session[];
  readonly assumer: Assumer;
  readonly scope: Scope;
}

/** In words; undefined where there is nobody. */
export function othersLetIn(question: Question): string | undefined {
  const { before, after, assumer } = question;
  const stranger = strangers(question)[0];
  if (stranger) return `${describe(stranger.value)} would be trusted`;
  if (assumer === "worker") return undefined;
  const doors = (policy: JudgedPolicy | undefined): number =>
    policy ? doorsWithoutId(policy).length + doorsForOthers(policy, []).length : 0;
  if (doors(after) > doors(before)) return "other Spacelift accounts would be let in";
  const intruder =
    familiesOutside(question).find(
      (family) => admitting(after, family) > (before ? admitting(before, family) : 0),
    )?.members ?? phasesOutside(question).find((id) => admits(after, id) && !(before && admits(before, id)));
  return intruder && `${describe(intruder)} would be let in`;
}

function admitting({ policy, names }: JudgedPolicy, family: Family): number {
  const request = assumeRoleRequest(names, "spacelift", undefined);
  return admissionsOfFamily(policy, request, family).filter(({ admits }) => admits === "yes").length;
}

function admits({ policy, names }: JudgedPolicy, externalId: SymbolicString): boolean {
  return evaluate(policy, assumeRoleRequest(names, "spacelift", externalId)).outcome === "allowed";
}

/** Principals that were not trusted before and are not the one that assumes the role. */
function strangers({ before, after, assumer }: Question): readonly Principal[] {
  const known = new Set(
    (before ? principalsOf(before.policy, "Allow") : []).map(({ type, value }) => type + identityOf(value)),
  );
  return principalsOf(after.policy, "Allow").filter(
    (principal) =>
      !known.has(principal.type + identityOf(principal.value)) &&
      (assumer === "worker" ? knownText(principal.value) !== undefined : !isSpacelift(after, principal)),
  );
}

function isSpacelift({ names: { awsAccount } }: JudgedPolicy, principal: Principal): boolean {
  const account = accountNamed(principal);
  return account === undefined
    ? principal.type === "AWS" && identityOf(principal.value) === identityOf(awsAccount)
    : account === knownText(awsAccount);
}

/** External IDs that the scope leaves out: of other accounts, other integrations, other stacks. */
function familiesOutside(question: Question): readonly Family[] {
  return phases.flatMap((phase) => familiesWith(question, phase));
}

function familiesWith(question: Question, phase: Phase): readonly Family[] {
  const { after, scope, sessions } = question;
  const { account } = after.names;
  const strange = {
    members: symbolic`${foreignAccount}@${foreignIntegration}@${anotherSlug}@${phase}`,
    except: [symbolic`${account}@*`],
  };
  if (scope === "account") return [strange];
  const others = { members: idOf(after, [foreignIntegration], [anotherSlug], phase), except: [] };
  if (!isExact(question)) return [strange, others];
  const except = slugsOf(sessions).map((slug) => symbolic`*@${slug}@*`);
  const otherStacks = { members: idOf(after, ownIntegration(question), [anotherSlug], phase), except };
  return [strange, others, otherStacks];
}

/** The IDs of attached stacks in a phase that no attachment of theirs has. */
function phasesOutside(question: Question): readonly SymbolicString[] {
  if (!isExact(question)) return [];
  const admitted = admittedPhases(question);
  return slugsOf(question.sessions).flatMap((slug) =>
    phases
      .filter((phase) => !admitted.has(identityOf(slug) + phase))
      .map((phase) => idOf(question.after, ownIntegration(question), slug, phase)),
  );
}

function isExact({ after, subject, scope }: Question): boolean {
  return scope === "attachments" && exactAttachments(after.reader.view, subject.block).length > 0;
}

const anotherSlug = slugSymbol("another stack", "stack", "other");
const foreignAccount = {
  ...accountSymbol,
  id: "another Spacelift account",
  label: "another Spacelift account",
};
const foreignIntegration = integrationIdSymbol("another integration", "resource");

function ownIntegration({ after, subject }: Question): SymbolicString {
  return after.reader.text(`${subject.address}.id`);
}

/** Each once. */
function slugsOf(sessions: readonly Session[]): readonly SymbolicString[] {
  return [...new Map(sessions.flatMap(({ slug }) => (slug ? [[identityOf(slug), slug]] : []))).values()];
}

/** Each slug with a phase that an attachment to it may have. */
function admittedPhases({ after, subject, sessions }: Question): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { resource, phases: own } of attachmentsOf(after.reader.view, subject.block)) {
    const { start } = headerOf(resource.block);
    for (const { slug, place } of sessions) {
      if (!slug || place.uri !== resource.file.uri || place.span.start !== start) continue;
      for (const phase of own) found.add(identityOf(slug) + phase);
    }
  }
  return found;
}

function idOf(
  { names: { account } }: JudgedPolicy,
  integration: SymbolicString,
  slug: SymbolicString,
  phase: Phase,
): SymbolicString {
  return symbolic`${account}@${integration}@${slug}@${phase}`;
}
