/** Which declarations decide about Spacelift's access: the family, the roles that it is judged by, and what both read. */
import type { Declaration, Module } from "../terraform/module.ts";
import { dependenciesOf, dependentsOf } from "../terraform/dependencies.ts";
import type { ModuleView } from "./moduleView.ts";

/** The declarations whose references have to be right; each once. */
export function trustScope({ module, family }: ModuleView): readonly Declaration[] {
  const found = new Set<string>();
  const visit = (address: string): void => {
    if (found.has(address) || !isRead(address)) return;
    found.add(address);
    for (const { to } of dependenciesOf(module, address)) visit(to);
  };
  for (const { declaration } of family) found.add(declaration.address);
  for (const { declaration } of family) {
    for (const { to } of dependenciesOf(module, declaration.address)) visit(to);
  }
  for (const address of rolesAbout(module, [...found])) visit(address);
  return [...found].flatMap((address) => module.byAddress.get(address) ?? []);
}

/** Roles whose policy refers to the family. */
function rolesAbout(module: Module, addresses: readonly string[]): readonly string[] {
  return [...dependentsOf(module, addresses)].filter((address) => address.startsWith("aws_iam_role."));
}

/** What a trust policy and a role's ARN are made of; everything else is none of our business. */
function isRead(address: string): boolean {
  return /^(local|aws_iam_role|data\.aws_iam_policy_document)\./.test(address);
}
