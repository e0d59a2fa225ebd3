/** `trust-action-missing`: Spacelift is trusted, but not to assume the role. */
import { describe } from "../../iam/symbolic.ts";
import type { ActionElement, Statement } from "../../iam/policy.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { rewrite } from "../trust/literalEdits.ts";
import type { JudgedPolicy } from "../trust/judgedPolicy.ts";
import { policyPlace, refusalsOf, type Refusal } from "../trust/refusals.ts";
import { placesOfSessions } from "../trust/sessionWords.ts";
import { isExternalId } from "../trust/candidateAccounts.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly refusal: Refusal;
  readonly statement: Statement;
}

export const trustActionMissing = defineRule<Fact>({
  code: "trust-action-missing",
  severity: "error",
  summary: "A statement that trusts Spacelift, but not for sts:AssumeRole.",
  find: (view) =>
    refusalsOf(view, "action").flatMap((refusal) => {
      const { statements } = refusal.cause;
      const statement = statements.find(hasExternalId) ?? statements[0];
      return statement && !isRefused(statement, refusal.policy) ? [{ refusal, statement }] : [];
    }),
  tell,
  fix,
});

/** What IAM refuses is another rule's finding. */
function isRefused(statement: Statement, { problems }: JudgedPolicy): boolean {
  return problems.some(({ reason, origin }) => {
    if (origin === undefined) return false;
    if (reason === "action-missing") return statement.origin === origin;
    return reason === "action-malformed" && statement.action.names.some((name) => name.origin === origin);
  });
}

function hasExternalId({ conditions }: Statement): boolean {
  return conditions.some((one) => one.kind === "condition" && isExternalId(one));
}

/** Of names that may not be there "perhaps" the one, or "one or the other". */
function namesIn(names: ActionElement["names"]): readonly string[] {
  return names.flatMap((name) => {
    if (name.kind === "string") return [describe(name.value)];
    if (!name.choice) return [];
    const [then, otherwise] = [namesIn(name.choice.then), namesIn(name.choice.otherwise)];
    const certain = then.filter((one) => otherwise.includes(one));
    const open = [then, otherwise].map((run) => run.filter((one) => !certain.includes(one)).join(", "));
    const [first, second] = open.filter((run) => run !== "");
    if (first === undefined) return certain;
    return [...certain, second === undefined ? `perhaps ${first}` : `${first} or ${second}`];
  });
}

function tell({ refusal, statement }: Fact): Report {
  const names = namesIn(statement.action.names).join(", ");
  const what = statement.action.excluding ? `everything but ${names}` : names;
  return {
    location: statement.action.origin ?? statement.origin ?? policyPlace(refusal.policy),
    message:
      `The role trusts Spacelift for ${what || "nothing"}, but Spacelift needs sts:AssumeRole, so attaching and runs ` +
      "fail. Add that action.",
    related: placesOfSessions(refusal.sessions),
  };
}

/** Replaces a single action that is no use; a statement about tags is right as it is. */
function fix({ statement: { action } }: Fact, view: ModuleView): readonly Fix[] {
  const [name, ...others] = action.names;
  if (name?.kind !== "string" || others.length > 0 || action.excluding || !name.origin) return [];
  if (describe(name.value).toLowerCase() === "sts:tagsession") return [];
  return rewrite(view, name.origin, "Allow sts:AssumeRole", "sts:AssumeRole");
}
