/** The form of a policy where the role has none yet: what the settings say, or what the module's roles have. */
import type { ModuleView } from "../../../analysis/moduleView.ts";
import { attributeOf } from "../../../terraform/block.ts";
import { declarationsOfType, type Module } from "../../../terraform/module.ts";
import { referencesIn } from "../../../terraform/references.ts";
import type { Plan } from "../plan.ts";
import { isOfficialPossible, type Form } from "./freshPolicy.ts";

/** Where Spacelift's data source cannot say it, the policy is written out. */
export function usualForm(view: ModuleView, plan: Plan): Form {
  const { settings, module } = view;
  const { form } = settings.trustPolicy;
  if (form === "data_source" && !isOfficialPossible(view, plan)) return "jsonencode";
  if (form !== "auto") return form;
  const found = inModule.get(module) ?? mostlyUsed(module);
  inModule.set(module, found);
  return found;
}

const inModule = new WeakMap<Module, Form>();

function mostlyUsed(module: Module): Form {
  const policies = declarationsOfType(module, "resource", "aws_iam_role").flatMap(({ block }) => {
    const policy = attributeOf(block, "assume_role_policy");
    return policy ? [policy.value] : [];
  });
  const documents = policies.filter((policy) =>
    referencesIn(policy).some(({ type }) => type === "aws_iam_policy_document"),
  );
  return documents.length * 2 > policies.length ? "policy_document" : "jsonencode";
}
