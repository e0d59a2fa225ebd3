/** `trust-tag-session-condition`: `sts:TagSession` under a condition on a key that its request does not have. */
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { policyPlace, refusalsOf } from "../trust/refusals.ts";
import { spaceliftRoles, type SpaceliftRole } from "../trust/spaceliftRoles.ts";
import { splitAction } from "../trust/splitAction.ts";
import { taggingUnderId, type TaggingUnderId } from "../trust/tagStatements.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly policy: JudgedPolicy;
  readonly tagging: TaggingUnderId;
  /** An integration passes tags and is refused for this. */
  readonly matters: boolean;
}

export const trustTagSessionCondition = defineRule<Fact>({
  code: "trust-tag-session-condition",
  severity: "error",
  summary: "sts:TagSession in a statement with a condition on sts:ExternalId.",
  find: (view) => {
    // Of those it is told that they do not allow sts:AssumeRole, which comes first.
    const useless = refusalsOf(view, "action").flatMap(({ cause }) => cause.statements);
    return distinctByPlace(
      spaceliftRoles(view)
        .flatMap(factsIn)
        .filter(({ tagging }) => !useless.includes(tagging.statement)),
      ({ tagging }) => tagging.action.origin,
    );
  },
  tell: ({ policy, tagging: { action, statement }, matters }) => ({
    location: action.origin ?? statement.action.origin ?? policyPlace(policy),
    message:
      "sts:TagSession is never allowed under a condition on sts:ExternalId, which its request lacks" +
      (matters ? ", so AWS refuses the session" : "") +
      ". Give it a statement of its own.",
    severity: matters ? "error" : "hint",
  }),
  fix,
});

function factsIn({ policy, verdicts }: SpaceliftRole): readonly Fact[] {
  const matters = verdicts.some(({ sessions }) =>
    sessions.some(({ tagSession }) => tagSession?.outcome === "refused"),
  );
  return taggingUnderId(policy).map((tagging) => ({ policy, tagging, matters }));
}

function fix({ policy, tagging: { action, statement } }: Fact, view: ModuleView): readonly Fix[] {
  return splitAction(view, policy, statement, action);
}
