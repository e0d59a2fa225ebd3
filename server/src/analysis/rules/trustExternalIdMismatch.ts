/** `trust-external-id-mismatch`: the role's condition refuses an external ID that Spacelift will send. */
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { admitIds } from "../trust/admitIds.ts";
import { externalIdFacts, type ExternalIdFact } from "../trust/externalIdFacts.ts";
import { differenceOf } from "../trust/differenceOf.ts";
import { placeOfConditions } from "../trust/refusals.ts";
import { idInWords, placesOfSessions, sessionsInWords } from "../trust/sessionWords.ts";
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
  const difference =
    value && session.externalId && verdict.assumer === "spacelift"
      ? ` ${differenceOf(value.value, session.externalId)}`
      : "";
  const whose = verdict.assumer === "worker" ? "your private worker" : "Spacelift";
  return {
    location: placeOfValue(view, value) ?? placeOfConditions(policy, cause.conditions),
    message:
      `The role refuses ${sessionsInWords(sessions)}: ${whose} will send ${idInWords(session)}, which no value ` +
      `admits.${difference}`,
    related: placesOfSessions(sessions),
  };
}

function fix({ refusal }: ExternalIdFact, view: ModuleView): readonly Fix[] {
  const conditions = refusal.cause.conditions.map(({ condition }) => condition);
  return admitIds(view, refusal, conditions);
}
