/** Why a statement is about a request, or is not. */
import { explainAction } from "./action.ts";
import { explainCondition } from "./condition/evaluate.ts";
import { causesOf, decide } from "./decide.ts";
import { explainItems } from "./explainItems.ts";
import type { StatementExplanation, UnknownPart } from "./explanation.ts";
import { mentionsInStatement } from "./mentions.ts";
import { explainPrincipal } from "./principal.ts";
import type { Condition, Policy, Statement, UnknownItems } from "./policy.ts";
import { perObject } from "../base/remember.ts";
import type { Caller, Request } from "./request.ts";
import { appliesFormula } from "./statementFormulas.ts";
import { knowsVariables } from "./variables.ts";

/** Of statements that may not be there those that are not about the request, and those that deny it anyway. */
export function explainStatement(
  statement: Statement | UnknownItems<Statement>,
  policy: Policy,
  request: Request,
): readonly (StatementExplanation | UnknownPart)[] {
  if (statement.kind === "unknown" && statement.choice) {
    return explainItems(statement, (item) => explainStatement(item, policy, request), {
      isIdle: (one) => one.kind === "statement" && one.applies === "no",
      decides: (one) => one.kind === "statement" && isDenial(one),
    });
  }
  if (statement.kind === "unknown") return [{ kind: "unknown", part: statement }];
  const applies = appliesFormula(statement, policy, request);
  const truth = decide(applies);
  return [
    {
      kind: "statement",
      statement,
      applies: truth,
      causes: truth === "unknown" ? causesOf(applies, mentionsInStatement(statement)) : [],
      principal: principalExplained(statement)(request.caller),
      action: explainAction(statement.action, request.action),
      conditions: statement.conditions.flatMap((condition) => explainConditions(condition, policy, request)),
    },
  ];
}

function isDenial({ statement: { effect }, applies }: StatementExplanation): boolean {
  return effect.kind === "effect" && effect.name === "Deny" && applies === "yes";
}

/** Of conditions that may not be there those that fail, where one does whichever are there. */
function explainConditions(
  condition: Condition | UnknownItems<Condition>,
  policy: Policy,
  request: Request,
): StatementExplanation["conditions"] {
  if (condition.kind !== "unknown")
    return [explainCondition(condition, request.context, knowsVariables(policy))];
  return explainItems(condition, (one) => explainConditions(one, policy, request), {
    isIdle: () => false,
    decides: (one) => one.kind === "condition" && one.holds === "no",
  });
}

const principalExplained = perObject(({ principals }: Statement) =>
  perObject((caller: Caller) => explainPrincipal(principals, caller)),
);
