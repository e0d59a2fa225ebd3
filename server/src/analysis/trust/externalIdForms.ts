/** The forms in which an integration may send its external ID, by what the settings say. */
import { symbolic, type SymbolicString } from "../../iam/symbolic.ts";
import { assertNever } from "../../base/assertNever.ts";
import type { Phase } from "../../spacelift/phases.ts";
import type { Settings } from "../../workspace/settings.ts";

/** With hyphens is what the provider's documentation said until September 2022. */
export type ExternalIdForm = "at" | "hyphen";

/** The form that is sent, and the one that may be sent instead. */
export type ExternalIdForms = readonly [ExternalIdForm, ExternalIdForm?];

export function formsIn({ externalIdFormat }: Settings): ExternalIdForms {
  return externalIdFormat === "both" ? ["at", "hyphen"] : [externalIdFormat];
}

export interface SymbolicIdParts {
  readonly account: SymbolicString;
  readonly integration: SymbolicString;
  readonly slug: SymbolicString;
  readonly phase: Phase | SymbolicString;
}

export function composeId(
  form: ExternalIdForm,
  { account, integration, slug, phase }: SymbolicIdParts,
): SymbolicString {
  return idsOf(form, account, integration)(slug, phase);
}

/** The IDs of one integration, which all begin alike. */
export function idsOf(
  form: ExternalIdForm,
  account: SymbolicString,
  integration: SymbolicString,
): (slug: SymbolicString, phase: Phase | SymbolicString) => SymbolicString {
  switch (form) {
    case "at": {
      const beginning = symbolic`${account}@${integration}@`;
      return (slug, phase) => symbolic`${beginning}${slug}@${phase}`;
    }
    case "hyphen": {
      const beginning = symbolic`${account}-${integration}@`;
      return (slug, phase) => symbolic`${beginning}${slug}-${phase}`;
    }
    default:
      return assertNever(form);
  }
}
