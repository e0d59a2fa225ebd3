/** `trust-legacy-external-id`: an external ID in a form that integrations do not send. */
import { describe } from "../../iam/symbolic.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { admitIds } from "../trust/admitIds.ts";
import { conditionsOf, externalIdFacts, type ExternalIdFact } from "../trust/externalIdFacts.ts";
import { placeOfConditions } from "../trust/refusals.ts";
import { placesOfSessions } from "../trust/sessionWords.ts";
import { fixWith, replaceByValues } from "../trust/valueEdits.ts";
import { externalIdShapes } from "../../spacelift/externalId.ts";
import { formsIn } from "../trust/externalIdForms.ts";
import { valueInWords } from "../trust/shortId.ts";
import { placeOfValue, writtenValue } from "../trust/writtenValue.ts";
import { defineRule, type Report } from "./rule.ts";

export const trustLegacyExternalId = defineRule<ExternalIdFact>({
  code: "trust-legacy-external-id",
  severity: "error",
  summary: "An external ID in the form of 2022, or of spacelift_aws_role, for an integration.",
  find: (view) => externalIdFacts(view, "legacy"),
  tell,
  fix,
});

function tell({ refusal, value }: ExternalIdFact, view: ModuleView): Report {
  const { policy, cause, sessions } = refusal;
  const written = value ? describe(value.value) : "";
  const what = isHyphenForm(written) ? "the hyphens of 2022" : "the two parts of spacelift_aws_role";
  const [form] = formsIn(view.settings);
  return {
    location: placeOfValue(view, value, conditionsOf(cause)) ?? placeOfConditions(policy, cause.conditions),
    message:
      `${value ? valueInWords(value.value) : "This condition"} has ${what}, so Spacelift is refused. ` +
      `Write what an integration sends: ${externalIdShapes[form]}.`,
    related: placesOfSessions(sessions),
  };
}

function isHyphenForm(text: string): boolean {
  return /-(read|write|\*)$/.test(text) || /-(«[^»]*»|[0-9A-Z]{26})@/.test(text);
}

/** Hyphens become `@` where they stand; what is missing is added. */
function fix({ refusal, value }: ExternalIdFact, view: ModuleView): readonly Fix[] {
  const conditions = conditionsOf(refusal.cause);
  const condition = conditions.find(({ values }) => value && values.includes(value));
  const place = value && writtenValue(view, value, condition);
  const hyphen = /^(.+)-(\$\{[^}]*\}|[0-9A-Z]{26})@(.+)-(read|write|\*)$/.exec(
    place?.segments.join("@") ?? "",
  );
  if (!place || !hyphen) {
    return admitIds(view, refusal, conditions);
  }
  return fixWith("Use the form with @", replaceByValues(place, [hyphen.slice(1).join("@")]));
}
