/** `trust-external-id-mismatch`: the role's condition refuses an external ID that Spacelift will send. */
import type { Condition, Text } from "../../iam/policy.ts";
import type { SymbolicString } from "../../iam/symbolic.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { admitIds } from "../trust/admitIds.ts";
import { conditionsOf, externalIdFacts, valuesOf, type ExternalIdFact } from "../trust/externalIdFacts.ts";
import { differenceOf } from "../trust/differenceOf.ts";
import { admits } from "../trust/idSegments.ts";
import { operatorEdit } from "../trust/operatorEdit.ts";
import { operatorSlip } from "../trust/operatorSlip.ts";
import { placeOfConditions } from "../trust/refusals.ts";
import { conditionInWords, placesOfSessions } from "../trust/sessionWords.ts";
import { formsIn } from "../trust/externalIdForms.ts";
import { shortId, valueInWords } from "../trust/shortId.ts";
import { fixWith } from "../trust/valueEdits.ts";
import { placeOfValue, writtenValue } from "../trust/writtenValue.ts";
import { defineRule, type Report } from "./rule.ts";

export const trustExternalIdMismatch = defineRule<ExternalIdFact>({
  code: "trust-external-id-mismatch",
  severity: "error",
  summary: "A condition on sts:ExternalId that refuses an ID which Spacelift will send.",
  find: (view) => externalIdFacts(view, "other"),
  tell,
  fix,
});

function tell(fact: ExternalIdFact, view: ModuleView): Report {
  const { policy, cause, sessions } = fact.refusal;
  const slip = operatorSlipIn(fact);
  const refusal = `${sentInWords(fact)}${slip ? `: ${slip.reason}` : differenceIn(fact, view)}`;
  const related = placesOfSessions(sessions);
  if (slip) {
    const { condition, advice } = slip;
    return {
      location: condition.operator.origin ?? placeOfConditions(policy, cause.conditions),
      message: `${conditionInWords(condition)} refuses ${refusal}. ${advice}${alsoRefusedBy(cause)}`,
      related,
    };
  }
  const { value } = fact;
  const refuses =
    cause.conditions.length > 1 && !value ? "These conditions refuse" : `${subjectOf(value)} refuses`;
  return {
    location: placeOfValue(view, value, conditionsOf(cause)) ?? placeOfConditions(policy, cause.conditions),
    message: `${refuses} ${refusal}. Admit that ID.${alsoRefusedBy(cause)}`,
    related,
  };
}

/** Where one condition refuses, and its operator is what is wrong. */
function operatorSlipIn({ refusal: { cause } }: ExternalIdFact) {
  const [condition, ...others] = conditionsOf(cause);
  const slip = condition && others.length === 0 ? operatorSlip(condition) : undefined;
  return condition && slip && { ...slip, condition };
}

/** `"acme@..." (and 2 more), which Spacelift sends`. */
function sentInWords({ refusal: { sessions, verdict } }: ExternalIdFact): string {
  const { externalId } = sessions[0].session;
  const whose = verdict.assumer === "worker" ? "your private worker" : "Spacelift";
  const more = sessions.length > 1 ? ` (and ${sessions.length - 1} more)` : "";
  const sent = externalId ? `"${shortId(externalId)}"` : "an external ID that is not known";
  return `${sent}${more}, which ${whose} sends`;
}

function differenceIn({ refusal, value }: ExternalIdFact, view: ModuleView): string {
  const { cause, sessions, verdict } = refusal;
  const { externalId } = sessions[0].session;
  const explained = cause.conditions.find((one) => valuesOf(one).some((each) => each.value === value));
  const told = explained && valuesOf(explained).find((each) => each.value === value);
  if (!told || !externalId || verdict.assumer !== "spacelift") return "";
  const [form] = formsIn(view.settings);
  const written = writtenValue(view, told.value, explained.condition);
  const isAttribute = written?.path.at(-1)?.kind === "GetAttribute";
  return `: ${differenceOf(told, externalId, { form, isAttribute })}`;
}

function subjectOf(value: Text | undefined): string {
  if (!value) return "This condition";
  return value.origin ? valueInWords(value.value) : "This statement";
}

/** Spacelift is refused until that is changed too. */
function alsoRefusedBy({ others }: ExternalIdFact["refusal"]["cause"]): string {
  const [first] = others;
  return first ? ` ${conditionInWords(first.condition)} refuses it too.` : "";
}

function fix(fact: ExternalIdFact, view: ModuleView): readonly Fix[] {
  const { refusal } = fact;
  const slip = operatorSlipIn(fact);
  if (!slip) return admitIds(view, refusal, conditionsOf(refusal.cause));
  const { condition, right } = slip;
  return right !== undefined && refusal.sessions.every(({ session }) => admitsUnder(slip, session.externalId))
    ? fixWith(`Use ${right}`, operatorEdit(view, condition, right))
    : [];
}

/** Whether the values, as they are, admit the ID under the right operator. */
function admitsUnder(
  { condition: { operator, values } }: { readonly condition: Condition },
  externalId: SymbolicString | undefined,
): boolean {
  if (/Not/.test(operator.name)) return true;
  return (
    externalId !== undefined &&
    values.some((value) => value.kind === "string" && admits(value.value, externalId) === "yes")
  );
}
