/** What a statement says about a request, as formulas. */
import { actionFormula } from "./action.ts";
import { conditionFormula } from "./condition/evaluate.ts";
import { all, any, fails, not, open, unknownPart, unknownRun, type Formula } from "./formula.ts";
import { openPart } from "./openPart.ts";
import { principalFormula } from "./principal.ts";
import type { ActionElement, Condition, Policy, Statement, UnknownItems } from "./policy.ts";
import { perObject, perObjectAndText } from "../base/remember.ts";
import type { Caller, Request } from "./request.ts";
import { knowsVariables } from "./variables.ts";

interface StatementFormulas {
  /** Whether the statement allows the request, Deny statements left aside. */
  readonly allows: Formula;
  readonly denies: Formula;
}

export function statementFormulas(
  statement: Statement | UnknownItems<Statement>,
  policy: Policy,
  request: Request,
): StatementFormulas {
  if (statement.kind === "unknown" && statement.choice) return formulasOfItems(statement, policy, request);
  if (statement.kind === "unknown") {
    const { reason, origin } = statement;
    const applies = unknownPart(statement);
    const denies = open(`effect of ${JSON.stringify([reason, origin])}`, reason, origin);
    return { allows: all([applies, not(denies)]), denies: all([applies, denies]) };
  }
  const applies = appliesFormula(statement, policy, request);
  const { effect } = statement;
  if (effect.kind === "effect") {
    return effect.name === "Allow" ? { allows: applies, denies: fails } : { allows: fails, denies: applies };
  }
  const denying = unknownPart(effect);
  return { allows: all([applies, not(denying)]), denies: all([applies, denying]) };
}

function formulasOfItems(
  items: UnknownItems<Statement>,
  policy: Policy,
  request: Request,
): StatementFormulas {
  const made = new Map<Statement | UnknownItems<Statement>, StatementFormulas>();
  const formulas = (item: Statement | UnknownItems<Statement>): StatementFormulas => {
    const known = made.get(item) ?? statementFormulas(item, policy, request);
    made.set(item, known);
    return known;
  };
  const ask = (asked: "allows" | "denies"): Formula =>
    unknownRun(items, (run) => any(run.map((item) => formulas(item)[asked])));
  return { allows: ask("allows"), denies: ask("denies") };
}

/** Whether the statement is about the request, whatever its effect is. */
export function appliesFormula(statement: Statement, policy: Policy, request: Request): Formula {
  const { context } = request;
  const asked = all([principalPart(statement)(request.caller), actionPart(statement.action, request.action)]);
  if (asked === fails) return fails;
  return all([asked, ...statement.conditions.map((condition) => itemFormula(condition, policy, context))]);
}

/** A condition, or several of which it is not known which are there. */
function itemFormula(
  condition: Condition | UnknownItems<Condition>,
  policy: Policy,
  context: Request["context"],
): Formula {
  return condition.kind === "unknown"
    ? unknownRun(condition, (run) => all(run.map((one) => itemFormula(one, policy, context))))
    : conditionFormula(condition, context, knowsVariables(policy));
}

const actionPart = perObjectAndText((element: ActionElement, action) =>
  openPart(actionFormula(element, action)),
);

/** What is open about a principal, which is the same in all requests of a caller. */
const principalPart = perObject(({ principals }: Statement) =>
  perObject((caller: Caller) => openPart(principalFormula(principals, caller))),
);
