/** Takes a condition out of a statement, where that lets in nobody but Spacelift. */
import type { Block, Node, ObjectConstructor, ObjectItem } from "../../hcl/ast.ts";
import type { Condition, Statement } from "../../iam/policy.ts";
import { identityOf, knownText } from "../../iam/symbolic.ts";
import { attributeOf, blocksOf } from "../../terraform/block.ts";
import { removeItem } from "../edits.ts";
import type { FileEdits } from "../finding.ts";
import type { ModuleView } from "../moduleView.ts";
import { isEffect } from "./causes.ts";
import { accountNamed, type JudgedPolicy } from "./judgedPolicy.ts";
import { nodesAt, type Placed } from "./nodesAt.ts";
import { removeObjectItem } from "./objectItems.ts";
import { doorsForOthers, doorsWithoutId } from "./openDoors.ts";
import { keyName } from "./writtenStatement.ts";

/** Undefined where others would be let in, or where the condition does not stand alone in the text. */
export function removalOf(
  view: ModuleView,
  policy: JudgedPolicy,
  condition: Condition,
): FileEdits | undefined {
  const placed = nodesAt(view, condition.keyOrigin);
  if (!placed || !isForSpaceliftAlone(policy, condition)) return undefined;
  const block = placed.path.findLast((node): node is Block => node.kind === "Block");
  return placed.isText || block?.type.name !== "condition"
    ? removalFromObject(placed)
    : removalOfBlock(placed, block);
}

/**
 * The statement trusts Spacelift alone, and demands an external ID of its account without the condition too. Of a
 * condition that may not be there nobody knows that.
 */
function isForSpaceliftAlone(policy: JudgedPolicy, condition: Condition): boolean {
  const statements = policy.policy.statements.filter(
    (statement): statement is Statement =>
      statement.kind === "statement" && statement.conditions.includes(condition),
  );
  if (
    statements.length === 0 ||
    !statements.every((statement) => isEffect(statement, "Allow") && trustsSpaceliftAlone(policy, statement))
  )
    return false;
  const left = policy.policy.statements.map((statement) =>
    statement.kind === "statement"
      ? { ...statement, conditions: statement.conditions.filter((one) => one !== condition) }
      : statement,
  );
  const after = { ...policy, policy: { ...policy.policy, statements: left } };
  return openDoors(after) <= openDoors(policy);
}

function openDoors(policy: JudgedPolicy): number {
  return doorsWithoutId(policy).length + doorsForOthers(policy, []).length;
}

function trustsSpaceliftAlone({ names }: JudgedPolicy, { principals }: Statement): boolean {
  return principals.every((principal) => {
    if (principal.kind === "unknown" || principal.type !== "AWS") return false;
    const account = accountNamed(principal);
    return account === undefined
      ? identityOf(principal.value) === identityOf(names.awsAccount)
      : account === knownText(names.awsAccount);
  });
}

/** The item of the key, or that of the operator where the key is its only one. */
function removalFromObject({ file, path, isText }: Placed): FileEdits | undefined {
  const isItem = (node: Node): node is ObjectItem => node.kind === "ObjectItem";
  const holders = path.filter((node): node is ObjectConstructor => node.kind === "ObjectConstructor");
  const items = path.filter(isItem);
  const object = holders.findLast(({ items: all }) => all.length > 1);
  const item = object && items.find((one) => object.items.includes(one));
  const isCondition = items.some(({ key }) => keyName(key) === "Condition");
  if (!object || !item || !isCondition || keyName(item.key) === "Condition") return undefined;
  return { uri: file.uri, edits: removeObjectItem(file, object, item, isText) };
}

/** Values of several blocks come together under one key, so they would have to go together. */
function removalOfBlock({ file, path }: Placed, block: Block): FileEdits | undefined {
  const statement = path.findLast((node): node is Block => node.kind === "Block" && node !== block);
  if (statement?.type.name !== "statement") return undefined;
  const variable = variableOf(block);
  const same = blocksOf(statement.body, "condition").filter((other) => variableOf(other) === variable);
  return variable === undefined || same.length > 1
    ? undefined
    : { uri: file.uri, edits: removeItem(file, statement, block) };
}

function variableOf(condition: Block): string | undefined {
  const variable = attributeOf(condition, "variable");
  return variable && keyName(variable.value);
}
