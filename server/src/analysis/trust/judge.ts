/**
 * Will Spacelift get in? For each integration the role, the sessions, and IAM's answer to each with its grounds.
 * Hover, code lenses and findings read this one answer, and so should whatever else tells it.
 */
import { isSpent, newEffort, within } from "../../iam/effort.ts";
import type { ModuleView } from "../moduleView.ts";
import { policyOf, whyNoPolicy } from "./judgedPolicy.ts";
import { mayBeOtherAccount } from "./otherAccount.ts";
import type { Assumer } from "./requests.ts";
import { reasonApart } from "./partition.ts";
import { roleOfSubject, unjudged, type Unjudged } from "./roleOfSubject.ts";
import { factsOf, sessionJudge, type JudgedRole, type SessionVerdict } from "./sessionJudge.ts";
import { sessionsOf } from "./sessions.ts";
import { flagIn, settingIn, subjectsOf, type Subject } from "./subjects.ts";

export interface RoleVerdict {
  readonly subject: Subject;
  readonly assumer: Assumer;
  /** Whether Spacelift passes session tags along. */
  readonly passesTags: boolean | "unknown";
  readonly role: JudgedRole | Unjudged;
  /** Empty where there is no policy to judge them by. */
  readonly sessions: readonly SessionVerdict[];
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
): Pick<RoleVerdict, "subject" | "assumer" | "passesTags"> {
  const inWorker = flagIn(view, subject, "generate_credentials_in_worker");
  return {
    subject,
    assumer: inWorker === true ? "worker" : "spacelift",
    passesTags: flagIn(view, subject, "tag_assume_role"),
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
  if (!policy) return without(unjudged(whyNoPolicy(found.role)));
  const apart = reasonApart(settingIn(view, subject, "role_arn"), policy.names);
  if (apart !== undefined && common.assumer === "spacelift") return without(unjudged(apart));
  const role = { kind: "judged", policy, facts: found.facts } as const;
  const known = factsOf(subject, role);
  const judgeOne = sessionJudge(view, subject, role, common.assumer, common.passesTags === true);
  return {
    ...common,
    role,
    sessions: sessionsOf(policy.reader, subject, known, found.facts.length === 0).map(judgeOne),
  };
}
