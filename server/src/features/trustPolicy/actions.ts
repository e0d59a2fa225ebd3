/** The ways to generate a trust policy, by the name under which the light bulb offers them. */
import type { FamilyBlock, ModuleView } from "../../analysis/moduleView.ts";
import { generateTrustPolicy, type GenerateOptions } from "./generate.ts";
import type { Scope } from "./plan.ts";
import type { Generated } from "./refusal.ts";

export const generateTitle = "Generate the matching IAM trust policy";

interface GenerateAction extends GenerateOptions {
  readonly title: string;
}

/** The first is the one to take; each of the others is offered where it comes to something else. */
const actions: readonly GenerateAction[] = [
  { title: generateTitle, form: undefined, scope: "attachments" },
  { title: "Generate the trust policy as jsonencode in the role", form: "jsonencode", scope: "attachments" },
  {
    title: "Generate the trust policy as aws_iam_policy_document",
    form: "policy_document",
    scope: "attachments",
  },
  {
    title: "Generate the trust policy with Spacelift's own data source",
    form: "data_source",
    scope: "attachments",
  },
  {
    title: "Generate a trust policy that admits this integration on any stack",
    form: undefined,
    scope: "integration",
  },
  {
    title: "Generate a trust policy that admits any stack of your Spacelift account",
    form: undefined,
    scope: "account",
  },
];

export interface Offer {
  readonly title: string;
  readonly scope: Scope;
  readonly isDefault: boolean;
  readonly generated: Generated;
}

/** The default first, refused or not; of the others those that can be done and differ. */
export function trustPolicyOffers(view: ModuleView, integration: FamilyBlock): readonly Offer[] {
  const seen = new Set<string>();
  return actions.flatMap((action, index) => {
    const generated = generateTrustPolicy(view, integration, action);
    const isDefault = index === 0;
    const identity = JSON.stringify(generated);
    if (!isDefault && (generated.kind === "refused" || seen.has(identity))) return [];
    seen.add(identity);
    return [{ title: action.title, scope: action.scope, isDefault, generated }];
  });
}

/** Instead of a list of attachments that is longer than IAM allows: one pattern, and the title says so. */
export function widerOffer(view: ModuleView, integration: FamilyBlock): Offer {
  const generated = generateTrustPolicy(view, integration, { form: undefined, scope: "integration" });
  const title = `${generateTitle}, for any stack since a list would be longer than 2048 characters`;
  return { title, scope: "integration", isDefault: true, generated };
}
