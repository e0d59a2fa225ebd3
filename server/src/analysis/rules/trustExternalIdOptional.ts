/** `trust-external-id-optional`: the role lets Spacelift in without an external ID. */
import { operatorText, type Condition } from "../../iam/policy.ts";
import type { PolicyProblem } from "../../iam/problem.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { isExternalId } from "../trust/candidateAccounts.ts";
import { knownPrincipals } from "../trust/causes.ts";
import { distinctByPlace } from "../trust/distinct.ts";
import { doorsForEverybody } from "../trust/everybody.ts";
import { conditionsWithSlip } from "../trust/externalIdFacts.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { insideAt, rewriteKey } from "../trust/literalEdits.ts";
import { doorsWithoutId, type OpenDoor } from "../trust/openDoors.ts";
import { elementMeant } from "../trust/policyRepair.ts";
import { policyPlace } from "../trust/refusals.ts";
import { spaceliftRoles } from "../trust/spaceliftRoles.ts";
import { addCondition } from "../trust/statementEdits.ts";
import { writtenStatement } from "../trust/writtenStatement.ts";
import { accountTemplate, endsWithAt } from "../trust/writtenNames.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly policy: JudgedPolicy;
  readonly door: OpenDoor;
  /** The condition that was meant to demand one. */
  readonly condition: Condition | undefined;
}

export const trustExternalIdOptional = defineRule<Fact>({
  code: "trust-external-id-optional",
  severity: "warning",
  summary: "A role that lets Spacelift in without an external ID.",
  find: (view) => {
    const told = conditionsWithSlip(view);
    const facts = spaceliftRoles(view).flatMap(factsIn);
    return distinctByPlace(
      facts.filter(({ condition }) => !condition || !told.has(condition)),
      placeOf,
    );
  },
  tell,
  fix,
});

/** Everybody as a principal is another rule's finding, and so is a condition that IAM cannot read. */
function factsIn({ policy }: { readonly policy: JudgedPolicy }): readonly Fact[] {
  if (policy.problems.some(isAboutCondition)) return [];
  const forEverybody = new Set(doorsForEverybody(policy).map(({ statement }) => statement));
  return doorsWithoutId(policy)
    .filter(({ statement }) => !forEverybody.has(statement))
    .map((door) => ({
      policy,
      door,
      condition: door.statement.conditions.find(
        (one): one is Condition => one.kind === "condition" && isExternalId(one),
      ),
    }));
}

function isAboutCondition({ reason, detail }: PolicyProblem): boolean {
  if (reason === "element-unknown") return elementMeant(detail) === "Condition";
  return reason === "condition-not-object" || reason === "operator-unknown";
}

function placeOf({ policy, door: { statement }, condition }: Fact): Report["location"] {
  const [principal] = knownPrincipals(statement);
  return (
    condition?.operator.origin ??
    condition?.keyOrigin ??
    principal?.origin ??
    statement.origin ??
    policyPlace(policy)
  );
}

function tell(fact: Fact): Report {
  const { condition } = fact;
  const why = condition
    ? `${operatorText(condition.operator)} holds without an external ID too`
    : "This statement demands no external ID";
  return {
    location: placeOf(fact),
    message:
      `${why}: whoever knows the role's ARN gets in through Spacelift, and Spacelift refuses to attach it. ` +
      "Demand sts:ExternalId.",
  };
}

function fix({ policy, door: { statement }, condition }: Fact, view: ModuleView): readonly Fix[] {
  if (condition) return operatorFix(condition, view);
  const written = writtenStatement(view, statement);
  const account = written && accountTemplate(view, policy, written.file.uri);
  if (account === undefined || !endsWithAt(view) || !written || statement.conditions.length > 0) return [];
  return addCondition(written, "Demand the external ID", `${account}@*`);
}

/** Takes away what makes the operator hold without a key. */
function operatorFix({ operator }: Condition, view: ModuleView): readonly Fix[] {
  if (!operator.origin) return [];
  const written = insideAt(view, operator.origin) ?? "";
  const name = written.replace(/^ForAllValues:/i, "").replace(/IfExists$/i, "");
  const isDemanding = /^(ForAnyValue:)?(StringLike|StringEquals|StringEqualsIgnoreCase)$/i.test(name);
  if (!isDemanding || name === written) return [];
  return rewriteKey(view, operator.origin, `Use ${name}`, name);
}
