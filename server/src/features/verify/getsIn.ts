/** Whether a policy lets a session in, as far as anybody can tell before the first apply. */
import { isExternalId } from "../../analysis/trust/candidateAccounts.ts";
import { isEffect } from "../../analysis/trust/causes.ts";
import type { SessionVerdict } from "../../analysis/trust/sessionJudge.ts";
import type { Assumer } from "../../analysis/trust/requests.ts";
import type {
  ConditionExplanation,
  Explanation,
  StatementExplanation,
  UnknownPart,
} from "../../iam/explanation.ts";
import { identityOf, type SymbolicString } from "../../iam/symbolic.ts";

/**
 * *Allowed*, or *cannot tell* for one of two reasons. Only you know who a private worker is; so it gets in where
 * whoever it is meets all the rest of a statement. And what a list is made from may be nameless, such as a `for` with
 * an `if`; so Spacelift gets in where a statement asks for nothing else.
 */
export function getsIn(verdict: SessionVerdict, assumer: Assumer): boolean {
  const { outcome, assumeRole, otherForm, tagSession, session } = verdict;
  if (outcome !== "unknown") return outcome === "allowed";
  const admits =
    assumer === "worker"
      ? (statement: StatementExplanation) => admitsWorker(statement, session.externalId)
      : admitsOutsideOfList;
  return [assumeRole, otherForm, tagSession].every(
    (explanation) =>
      !explanation || explanation.outcome === "allowed" || isOpenTo(explanation, assumer, admits),
  );
}

function isOpenTo(
  { outcome, causes, statements }: Explanation,
  assumer: Assumer,
  admits: (statement: StatementExplanation) => boolean,
): boolean {
  if (outcome === "refused") return false;
  const known = statements.filter((one): one is StatementExplanation => one.kind === "statement");
  return (
    (assumer === "worker" || causes.every(({ kind }) => kind === "input")) &&
    known.some((one) => isEffect(one.statement, "Allow") && one.action.matches === "yes" && admits(one))
  );
}

function admitsWorker(
  { principal, conditions }: StatementExplanation,
  externalId: SymbolicString | undefined,
): boolean {
  const isMet = (one: ConditionExplanation | UnknownPart): boolean =>
    one.kind === "condition" && (one.holds === "yes" || namesId(one, externalId));
  return principal.matches !== "no" && conditions.every(isMet);
}

/** Word for word what is sent. A variable might hold what IAM takes for one of its own, but no external ID can. */
function namesId(
  { condition, holds }: ConditionExplanation,
  externalId: SymbolicString | undefined,
): boolean {
  const { operator, values } = condition;
  return (
    externalId !== undefined &&
    holds === "unknown" &&
    isExternalId(condition) &&
    operator.name === "StringEquals" &&
    values.some((one) => one.kind === "string" && identityOf(one.value) === identityOf(externalId))
  );
}

/** The list of external IDs is all that is not known. */
function admitsOutsideOfList({ principal, conditions }: StatementExplanation): boolean {
  return (
    principal.matches === "yes" &&
    conditions.every((one) => one.kind === "condition" && (one.holds === "yes" || isOpenList(one)))
  );
}

function isOpenList({ condition, holds, values }: ConditionExplanation): boolean {
  return holds === "unknown" && isExternalId(condition) && values.some(({ kind }) => kind === "unknown");
}
