/** Who else: the statements that let Spacelift in without an external ID, or with one of somebody else's account. */
import { admissionsOfFamily, admissionsWithoutId, type Admission } from "../../iam/admits.ts";
import type { Statement, Unknown } from "../../iam/policy.ts";
import { symbolic, type SymbolicString } from "../../iam/symbolic.ts";
import { phases } from "../../spacelift/phases.ts";
import { isEffect } from "./causes.ts";
import { candidateAccounts, isExternalId } from "./candidateAccounts.ts";
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
  const open = policy.statements.filter((statement) => !isClosed(statement));
  if (open.every((statement) => statement.kind === "statement" && isEffect(statement, "Deny"))) return [];
  const named = candidateAccounts(policy).map((account) => symbolic`${account}@*`);
  const except: readonly SymbolicString[] = [...named, symbolic`${names.account}@*`];
  const request = assumeRoleRequest(names, "spacelift", undefined);
  const found = new Map<Statement, OpenDoor>();
  for (const slug of [[theirSlug], ...slugs]) {
    // Whoever writes does more harm, so that is the better example.
    for (const phase of phases.toReversed()) {
      const members = symbolic`${other}@${theirIntegration}@${slug}@${phase}`;
      for (const door of admissionsOfFamily({ ...policy, statements: open }, request, {
        members,
        except,
      }).flatMap(doorOf)) {
        if (!found.has(door.statement)) found.set(door.statement, door);
      }
    }
  }
  return [...found.values()];
}

/**
 * Allows no external ID but those of accounts that are written out, which are meant to get in. Letters of either case
 * would make another account of the name.
 */
function isClosed(statement: Statement | Unknown): boolean {
  if (statement.kind === "unknown" || !isEffect(statement, "Allow")) return false;
  return statement.conditions.some(
    (one) =>
      one.kind === "condition" &&
      isExternalId(one) &&
      (one.operator.name === "StringEquals" || one.operator.name === "StringLike") &&
      one.values.every((value) => value.kind === "string" && !isWildBeforeAt(value.value)),
  );
}

/** A wildcard, or a variable of the policy, stands where the account's name is wanted. */
export function isWildBeforeAt(value: SymbolicString): boolean {
  const text = value.map((part) => (part.kind === "literal" ? part.text : "")).join("");
  return /^[^@]*[*?$]/.test(text);
}

const theirSlug = slugSymbol("their stack", "stack", "other");
const theirIntegration = integrationIdSymbol("their integration", "other");
const other = { ...accountSymbol, id: "another Spacelift account", label: "another Spacelift account" };

function doorOf({ statement, admits, witness }: Admission): readonly OpenDoor[] {
  return admits === "yes" && statement.kind === "statement" ? [{ statement, witness }] : [];
}
