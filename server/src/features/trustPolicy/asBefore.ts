/** What a new statement takes over from the one that it replaces: its Sid, and who the workers are. */
import { textOf } from "../../base/span.ts";
import type { Block, Expression } from "../../hcl/ast.ts";
import { hostedInstances } from "../../spacelift/instances.ts";
import { attributeOf, blocksOf } from "../../terraform/block.ts";
import { speaksOfSpacelift, type ExistingPolicy } from "./existingPolicy.ts";
import type { Plan } from "./plan.ts";
import { entry } from "./writtenPolicy.ts";

/** The plan with what stays of the statement that is replaced, where just one is. */
export function asBefore(plan: Plan, existing: ExistingPolicy): Plan {
  const before = replacedStatement(existing);
  if (!before) return plan;
  // What does not name the integration would not be found again in a policy that is there for others too.
  const isShared = "isShared" in existing && existing.isShared;
  const worker = plan.assumer === "worker" && !isShared ? workerIn(before, plan) : undefined;
  const names = worker === undefined ? plan.names : { ...plan.names, principal: worker, missingBlocks: [] };
  const statements = plan.statements.map((statement) => ({
    ...statement,
    principal: names.principal,
    sid: statement.action === "sts:AssumeRole" ? before.sid : undefined,
  }));
  return { ...plan, names, statements };
}

/** The elements of a statement as they are written. */
interface Before {
  readonly sid: string | undefined;
  readonly principal: string | undefined;
}

function replacedStatement(existing: ExistingPolicy): Before | undefined {
  if (existing.kind !== "statements" && existing.kind !== "document") return undefined;
  const [only, ...others] = existing.replaceable;
  if (!only || others.length > 0) return undefined;
  if (existing.kind === "document")
    return only.kind === "Block" ? inBlock(only, existing.document.file.syntax.text) : undefined;
  return only.kind === "Block" ? undefined : inObject(only, existing.written.source);
}

function inObject(statement: Expression, source: string): Before | undefined {
  if (statement.kind !== "ObjectConstructor") return undefined;
  const principal = entry(statement, "Principal");
  const aws = principal?.kind === "ObjectConstructor" ? entry(principal, "AWS") : undefined;
  return { sid: asSid(entry(statement, "Sid"), source), principal: single(aws, source) };
}

function inBlock(statement: Block, source: string): Before {
  const [principals, ...others] = blocksOf(statement.body, "principals");
  const identifiers =
    principals && others.length === 0 ? attributeOf(principals, "identifiers")?.value : undefined;
  return { sid: asSid(attributeOf(statement, "sid")?.value, source), principal: single(identifiers, source) };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
function asSid(value: Expression | undefined, source: string): string | undefined {
  const written = value && textOf(source, value);
  return written !== undefined && /^"[A-Za-z0-9]+"$/.test(written) ? written : undefined;
}

function single(value: Expression | undefined, source: string): string | undefined {
  if (value?.kind !== "TupleConstructor") return value && textOf(source, value);
  const [only, ...others] = value.elements;
  return only && others.length === 0 ? textOf(source, only) : undefined;
}

/**
 * A policy that still trusts Spacelift itself does not say who the workers are. A statement that says nothing of
 * Spacelift would not be found again, so the workers get a name then.
 */
function workerIn({ principal }: Before, { statements }: Plan): string | undefined {
  const sendsNoId = statements.every(({ externalId }) => externalId === undefined);
  if (principal === undefined || (sendsNoId && !speaksOfSpacelift(principal))) return undefined;
  if (principal === '"*"' || principal.includes("\n")) return undefined;
  const isSpacelift = [...hostedInstances.map(({ awsAccountId }) => awsAccountId), "spacelift_account"];
  return isSpacelift.some((name) => principal.includes(name)) ? undefined : principal;
}
