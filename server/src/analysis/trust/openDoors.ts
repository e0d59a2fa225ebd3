/** Who else: the statements that let Spacelift in without an external ID, or with one of somebody else's account. */
import { admissionsOfFamily, admissionsWithoutId, type Admission } from "../../iam/admits.ts";
import type { Statement } from "../../iam/policy.ts";
import { symbolic, type SymbolicString } from "../../iam/symbolic.ts";
import { candidateAccounts } from "./candidateAccounts.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";
import { accountSymbol } from "./names.ts";
import { assumeRoleRequest } from "./requests.ts";
import { integrationIdSymbol, slugSymbol } from "./shapes.ts";

export interface OpenDoor {
  readonly statement: Statement;
  /** An external ID of another Spacelift account that gets in. */
  readonly witness: string | undefined;
}

/** The statements that need no external ID to let Spacelift in. */
export function doorsWithoutId(judged: JudgedPolicy): readonly OpenDoor[] {
  const request = assumeRoleRequest(judged.names, "spacelift", undefined);
  return admissionsWithoutId(judged.policy, request).flatMap(doorOf);
}

/**
 * The statements that let other Spacelift accounts in, for a stack with one of these slugs or any other. Accounts that
 * the policy names in full are meant to get in.
 */
export function doorsForOthers(judged: JudgedPolicy, slugs: readonly SymbolicString[]): readonly OpenDoor[] {
  const { policy, names } = judged;
  const named = candidateAccounts(policy).map((account) => symbolic`${account}@*`);
  const except: readonly SymbolicString[] = [...named, symbolic`${names.account}@*`];
  const request = assumeRoleRequest(names, "spacelift", undefined);
  const found = new Map<Statement, OpenDoor>();
  for (const slug of [[theirSlug], ...slugs]) {
    const members = symbolic`${other}@${theirIntegration}@${slug}@write`;
    for (const door of admissionsOfFamily(policy, request, { members, except }).flatMap(doorOf)) {
      if (!found.has(door.statement)) found.set(door.statement, door);
    }
  }
  return [...found.values()];
}

const theirSlug = slugSymbol("their stack", "stack", "other");
const theirIntegration = integrationIdSymbol("their integration", "other");
const other = { ...accountSymbol, id: "another Spacelift account", label: "another Spacelift account" };

function doorOf({ statement, admits, witness }: Admission): readonly OpenDoor[] {
  return admits === "yes" && statement.kind === "statement" ? [{ statement, witness }] : [];
}
