/** The form of a policy where the role has none yet: what the settings say, or what the module's roles have. */
import type { ModuleView } from "../../../analysis/moduleView.ts";
import { attributeOf } from "../../../terraform/block.ts";
import { declarationsOfType } from "../../../terraform/module.ts";
import { referencesIn } from "../../../terraform/references.ts";
import type { Plan } from "../plan.ts";
import type { Form } from "./freshPolicy.ts";

/** Spacelift's data source can only speak of attachments, so without any the policy is written out. */
export function usualForm({ settings, module }: ModuleView, { exact }: Plan): Form {
  const { form } = settings.trustPolicy;
  if (form === "data_source" && exact.length === 0) return "jsonencode";
  if (form !== "auto") return form;
  const policies = declarationsOfType(module, "resource", "aws_iam_role").flatMap(({ block }) => {
    const policy = attributeOf(block, "assume_role_policy");
    return policy ? [policy.value] : [];
  });
  const documents = policies.filter((policy) =>
    referencesIn(policy).some(({ type }) => type === "aws_iam_policy_document"),
  );
  return documents.length * 2 > policies.length ? "policy_document" : "jsonencode";
}
