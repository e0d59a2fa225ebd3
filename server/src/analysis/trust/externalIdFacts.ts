/** What is wrong with the values that refuse an external ID: each refusal is told by the rule that knows it best. */
import type { ConditionExplanation, ValueExplanation } from "../../iam/explanation.ts";
import type { Condition, Text } from "../../iam/policy.ts";
import type { SymbolicString } from "../../iam/symbolic.ts";
import { describeExternalId, hole } from "../../spacelift/describeExternalId.ts";
import type { ModuleView } from "../moduleView.ts";
import type { Cause } from "./causes.ts";
import { formsIn, type ExternalIdForms } from "./externalIdForms.ts";
import { operatorSlip } from "./operatorSlip.ts";
import { refusalsOf, type Refusal } from "./refusals.ts";

type ExternalIdRefusal = Refusal<Extract<Cause, { readonly kind: "external-id" }>>;

export interface ExternalIdFact {
  readonly refusal: ExternalIdRefusal;
  /** The value that was most likely meant for the session. */
  readonly value: Text | undefined;
}

/** Which rule tells a refusal. */
type Slip = "wildcard" | "legacy" | "other";

export function externalIdFacts(view: ModuleView, slip: Slip): readonly ExternalIdFact[] {
  return refusalsOf(view, "external-id").flatMap((refusal) => {
    const fact = slipOf(view, refusal);
    return fact.slip === slip ? [{ refusal, value: fact.value }] : [];
  });
}

function slipOf(
  { settings }: ModuleView,
  { cause, sessions, verdict }: ExternalIdRefusal,
): { slip: Slip; value: Text | undefined } {
  const values = cause.conditions.flatMap(valuesOf);
  const [only, ...others] = values;
  const other = { slip: "other", value: only && others.length === 0 ? only.value : undefined } as const;
  if (cause.conditions.some(({ condition }) => operatorSlip(condition))) return other;
  const wild = values.find(
    ({ mismatch }) => mismatch?.kind === "wildcard-is-literal" && mismatch.asPattern !== "no",
  );
  if (wild) return { slip: "wildcard", value: wild.value };
  const isLegacy = verdict.subject.kind === "legacy" || sessions[0].session.origin === "legacy";
  const forms = formsIn(settings);
  const old = isLegacy ? undefined : values.find(({ value }) => isOldForm(value.value, forms));
  if (old) return { slip: "legacy", value: old.value };
  return other;
}

/** Values of which it is told that they refuse what they were meant for, which is told before all else. */
export function valuesThatRefuse(view: ModuleView): ReadonlySet<Text> {
  const refusals = refusalsOf(view, "external-id");
  return new Set(refusals.flatMap((refusal) => slipOf(view, refusal).value ?? []));
}

/** Conditions whose operator refuses what Spacelift sends, which is told of them before all else. */
export function conditionsWithSlip(view: ModuleView): ReadonlySet<Condition> {
  const refusing = refusalsOf(view, "external-id").flatMap(({ cause }) => conditionsOf(cause));
  return new Set(refusing.filter(operatorSlip));
}

export function valuesOf({ values }: ConditionExplanation): readonly ValueExplanation[] {
  return values.filter((value): value is ValueExplanation => value.kind === "value");
}

/** The conditions that refuse. */
export function conditionsOf({
  conditions,
}: {
  readonly conditions: readonly ConditionExplanation[];
}): readonly Condition[] {
  return conditions.map(({ condition }) => condition);
}

/** `account-integration@stack-write` of 2022, unless that is sent, or `account@stack` of the older resources. */
function isOldForm(value: SymbolicString, forms: ExternalIdForms): boolean {
  const text = value.map((part) => (part.kind === "literal" ? part.text : hole)).join("");
  const described = describeExternalId(text);
  if (described.kind !== "externalId") return false;
  if (described.format === "hyphen") return !forms.includes("hyphen");
  const [account, slug] = described.segments;
  const isPlain = account?.wild === false && slug?.wild === false;
  return described.format === "twoPart" && isPlain && account.doubt === undefined && slug.doubt === undefined;
}
