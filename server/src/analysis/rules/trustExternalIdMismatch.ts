/** `trust-external-id-mismatch`: the role's condition refuses an external ID that Spacelift will send. */
import type { Text } from "../../iam/policy.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { admitIds } from "../trust/admitIds.ts";
import { conditionsOf, externalIdFacts, type ExternalIdFact } from "../trust/externalIdFacts.ts";
import { differenceOf } from "../trust/differenceOf.ts";
import { placeOfConditions } from "../trust/refusals.ts";
import { conditionInWords, placesOfSessions } from "../trust/sessionWords.ts";
import { formsIn } from "../trust/externalIdForms.ts";
import { shortId, valueInWords } from "../trust/shortId.ts";
import { placeOfValue } from "../trust/writtenValue.ts";
import { defineRule, type Report } from "./rule.ts";

export const trustExternalIdMismatch = defineRule<ExternalIdFact>({
  code: "trust-external-id-mismatch",
  severity: "error",
  summary: "A condition on sts:ExternalId that refuses an ID which Spacelift will send.",
  find: (view) => externalIdFacts(view, "other"),
  tell,
  fix,
});

function tell({ refusal, value }: ExternalIdFact, view: ModuleView): Report {
  const { policy, cause, sessions, verdict } = refusal;
  const { session } = sessions[0];
  const [form] = formsIn(view.settings);
  const difference =
    value && session.externalId && verdict.assumer === "spacelift"
      ? `: ${differenceOf(value.value, session.externalId, form)}`
      : "";
  const whose = verdict.assumer === "worker" ? "your private worker" : "Spacelift";
  const more = sessions.length > 1 ? ` (and ${sessions.length - 1} more)` : "";
  const sent = session.externalId ? `"${shortId(session.externalId)}"` : "an external ID that is not known";
  const refuses =
    cause.conditions.length > 1 && !value ? "These conditions refuse" : `${subjectOf(value)} refuses`;
  return {
    location: placeOfValue(view, value, conditionsOf(cause)) ?? placeOfConditions(policy, cause.conditions),
    message: `${refuses} ${sent}${more}, which ${whose} sends${difference}. Admit that ID.${alsoRefusedBy(cause)}`,
    related: placesOfSessions(sessions),
  };
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

function fix({ refusal }: ExternalIdFact, view: ModuleView): readonly Fix[] {
  return admitIds(view, refusal, conditionsOf(refusal.cause));
}
