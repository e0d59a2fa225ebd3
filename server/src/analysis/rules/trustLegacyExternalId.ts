/** `trust-legacy-external-id`: an external ID in a form that integrations do not send. */
import { waitsFor } from "../../terraform/dependencies.ts";
import { describe, type SymbolicString } from "../../iam/symbolic.ts";
import type { Fix } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { externalIdFacts, type ExternalIdFact } from "../trust/externalIdFacts.ts";
import { insideAt, isOwn, rewrite } from "../trust/literalEdits.ts";
import { placeOfConditions } from "../trust/refusals.ts";
import { idInWords, placesOfSessions } from "../trust/sessionWords.ts";
import { defineRule, type Report } from "./rule.ts";

export const trustLegacyExternalId = defineRule<ExternalIdFact>({
  code: "trust-legacy-external-id",
  severity: "error",
  summary: "An external ID in the form of 2022, or of spacelift_aws_role, for an integration.",
  find: (view) => externalIdFacts(view, "legacy"),
  tell,
  fix,
});

function tell({ refusal, value }: ExternalIdFact): Report {
  const { policy, cause, sessions } = refusal;
  const written = value ? describe(value.value) : "";
  const whose = isHyphenForm(written)
    ? "is the form that the documentation showed until September 2022"
    : "has the two parts of the older spacelift_aws_role";
  return {
    location: value?.origin ?? placeOfConditions(policy, cause.conditions),
    message:
      `"${written}" ${whose}, and an integration sends ${idInWords(sessions[0].session)}, so Spacelift is refused. ` +
      "Write account@integration@stack@phase.",
    related: placesOfSessions(sessions),
  };
}

function isHyphenForm(text: string): boolean {
  return /-(read|write|\*)$/.test(text) || /-(«[^»]*»|[0-9A-Z]{26})@/.test(text);
}

/** Takes the text apart where its parts are written out or interpolated one by one. */
function fix({ refusal, value }: ExternalIdFact, view: ModuleView): readonly Fix[] {
  if (!value?.origin) return [];
  const inside = insideAt(view, value.origin) ?? "";
  const hyphen = /^(.+)-(\$\{[^}]*\}|[0-9A-Z]{26})@(.+)-(read|write|\*)$/.exec(inside);
  if (hyphen) {
    const [, account, integration, slug, phase] = hyphen;
    return rewrite(view, value.origin, "Use the form with @", `${account}@${integration}@${slug}@${phase}`);
  }
  const [, account, slug] = /^([^@]+)@([^@*?]+)$/.exec(inside) ?? [];
  if (account === undefined || slug === undefined || !isSlugOfOne(value.value, refusal)) return [];
  if (!isOwn(view, value.origin) || closesCycle(view, refusal)) return [];
  const { phase } = refusal.sessions[0].session;
  const integration = integrationReference(refusal);
  return integration === undefined || phase === undefined
    ? []
    : rewrite(
        view,
        value.origin,
        "Use the form with four parts",
        `${account}@${integration}@${slug}@${phase}`,
      );
}

/** A role that waits for the integration must not be waited for by it. */
function closesCycle({ module }: ModuleView, { verdict, policy }: ExternalIdFact["refusal"]): boolean {
  const { address } = verdict.subject.block.declaration;
  return waitsFor(module, address, policy.role.declaration.address) !== "no";
}

/** The second part is the slug that is sent, so that a rewritten ID is the one that is sent. */
function isSlugOfOne(value: SymbolicString, { sessions }: ExternalIdFact["refusal"]): boolean {
  const { slug } = sessions[0].session;
  return sessions.length === 1 && slug !== undefined && describe(value).endsWith(`@${describe(slug)}`);
}

/** The way to write the integration's ID; a role cannot wait for an integration that waits for it. */
function integrationReference({ verdict }: ExternalIdFact["refusal"]): string | undefined {
  const { subject } = verdict;
  return subject.instance.step === "" ? `\${${subject.address}.id}` : undefined;
}
