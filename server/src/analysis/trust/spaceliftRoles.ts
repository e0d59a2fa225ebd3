/** The roles that Spacelift is meant to assume: those of integrations, and those that name Spacelift as a principal. */
import { identityOf } from "../../iam/symbolic.ts";
import { declarationsOfType } from "../../terraform/module.ts";
import { isIntact } from "../damage.ts";
import type { ModuleView } from "../moduleView.ts";
import { verdictsOf, type RoleVerdict } from "./judge.ts";
import { accountNamed, policyOf, principalsOf, type JudgedPolicy } from "./judgedPolicy.ts";
import { hostedAccounts } from "./names.ts";
import { roleHere } from "./roleOfSubject.ts";
import { instancesOf } from "../../terraform/repetition.ts";

export interface SpaceliftRole {
  readonly policy: JudgedPolicy;
  /** What assumes it, as far as the module tells. */
  readonly verdicts: readonly RoleVerdict[];
}

const found = new WeakMap<ModuleView, readonly SpaceliftRole[]>();

export function spaceliftRoles(view: ModuleView): readonly SpaceliftRole[] {
  const known = found.get(view);
  if (known) return known;
  const roles = collect(view);
  found.set(view, roles);
  return roles;
}

function collect(view: ModuleView): readonly SpaceliftRole[] {
  const byPolicy = new Map<JudgedPolicy, RoleVerdict[]>();
  for (const verdict of verdictsOf(view)) {
    if (verdict.role.kind !== "judged" || verdict.assumer === "worker") continue;
    const { policy } = verdict.role;
    byPolicy.set(policy, [...(byPolicy.get(policy) ?? []), verdict]);
  }
  for (const declaration of declarationsOfType(view.module, "resource", "aws_iam_role")) {
    for (const instance of instancesOf(view, declaration)) {
      const policy = policyOf(view, roleHere(view, declaration, instance));
      if (policy && !byPolicy.has(policy) && trustsSpacelift(policy)) byPolicy.set(policy, []);
    }
  }
  return [...byPolicy]
    .filter(([policy]) => isIntact(policy.role.declaration))
    .map(([policy, verdicts]) => ({ policy, verdicts }));
}

function trustsSpacelift({ policy, names }: JudgedPolicy): boolean {
  return principalsOf(policy, "Allow").some((principal) => {
    const account = accountNamed(principal);
    if (account !== undefined) return hostedAccounts.includes(account);
    const identity = identityOf(names.awsAccount);
    return principal.value.some((segment) => identityOf([segment]) === identity);
  });
}
