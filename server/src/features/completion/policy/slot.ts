/**
 * Which part of a trust policy the cursor is in: of `jsonencode({...})` by the keys around it, of a policy document
 * by the blocks. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
import type { Block, Expression, Node } from "../../../hcl/ast.ts";
import { textOf } from "../../../base/span.ts";
import { attributeOf } from "../../../terraform/block.ts";
import { declarationsOfType, type Module } from "../../../terraform/module.ts";
import { referencesIn } from "../../../terraform/references.ts";
import type { ValuePlace } from "../place.ts";
import { literalText } from "../../literals.ts";

export type PolicySlot =
  /** A key of the policy, a statement, the `Condition`, or what an operator is applied to. */
  | { readonly kind: "policyKey" | "statementKey" | "operatorKey" | "conditionKey" }
  /** The value of a thing. */
  | { readonly kind: "version" | "effect" | "action" | "principal" | "operator" | "conditionName" }
  | { readonly kind: "externalId"; readonly operator: string };

export function policySlotAt(module: Module, place: ValuePlace, text: string): PolicySlot | undefined {
  const [block, ...nested] = place.blocks;
  if (!block) return undefined;
  if (isDocument(block)) {
    return isTrustDocument(module, block, text)
      ? slotInDocument(nested, place.attribute.name.name, text)
      : undefined;
  }
  const isRole = block.type.name === "resource" && block.labels[0]?.value === "aws_iam_role";
  const isTrustPolicy = isRole && place.attribute.name.name === "assume_role_policy";
  return isTrustPolicy || block.type.name === "locals" ? slotInObject(place, isTrustPolicy) : undefined;
}

export function isDocument(block: Block): boolean {
  return block.type.name === "data" && block.labels[0]?.value === "aws_iam_policy_document";
}

/** Documents of permissions have neither principals nor actions of STS, and no role trusts by them. */
function isTrustDocument(module: Module, block: Block, text: string): boolean {
  if (/\bprincipals\b|sts:/.test(textOf(text, block))) return true;
  const address = `data.aws_iam_policy_document.${block.labels[1]?.value ?? ""}`;
  return declarationsOfType(module, "resource", "aws_iam_role").some((role) => {
    const policy = attributeOf(role.block, "assume_role_policy");
    return policy && referencesIn(policy.value).some((reference) => reference.address === address);
  });
}

/** `statement { condition { test = … } }` */
function slotInDocument(nested: readonly Block[], attribute: string, text: string): PolicySlot | undefined {
  const path = nested
    .filter(({ type }) => type.name !== "content")
    .map(({ type, labels }) => (type.name === "dynamic" ? labels[0]?.value : type.name));
  switch ([...path, attribute].join(".")) {
    case "statement.effect":
      return { kind: "effect" };
    case "statement.actions":
      return { kind: "action" };
    case "statement.principals.identifiers":
      return { kind: "principal" };
    case "statement.condition.test":
      return { kind: "operator" };
    case "statement.condition.variable":
      return { kind: "conditionName" };
    case "statement.condition.values":
      return valuesOfCondition(nested.at(-1), text);
    default:
      return undefined;
  }
}

function valuesOfCondition(condition: Block | undefined, text: string): PolicySlot | undefined {
  const valueOf = (name: string): string => {
    const item = condition?.body.items.find((each) => each.kind === "Attribute" && each.name.name === name);
    return item?.kind === "Attribute" ? textOf(text, item.value).replaceAll('"', "") : "";
  };
  return isExternalIdKey(valueOf("variable")) ? { kind: "externalId", operator: valueOf("test") } : undefined;
}

function slotInObject({ path, keyOf }: ValuePlace, isTrustPolicy: boolean): PolicySlot | undefined {
  if (!path.some(isJsonEncode)) return undefined;
  const end = keyOf ? path.lastIndexOf(keyOf) : path.length;
  const keys = path.slice(0, end).flatMap(keyOfItem);
  const statement = keys.indexOf("Statement");
  if (statement < 0) return isTrustPolicy ? slotInPolicy(keys, keyOf !== undefined) : undefined;
  const [first, second, third, ...more] = keys.slice(statement + 1);
  if (more.length > 0) return undefined;
  return keyOf ? keySlot(first, second, third) : valueSlot(first, second, third);
}

function isJsonEncode(node: Node): boolean {
  return node.kind === "FunctionCall" && node.name.name === "jsonencode";
}

function keyOfItem(node: Node): readonly string[] {
  return node.kind === "ObjectItem" ? keyName(node.key) : [];
}

export function keyName(key: Expression): readonly string[] {
  return key.kind === "Variable" ? [key.name] : literalText(key);
}

function slotInPolicy(keys: readonly string[], isKey: boolean): PolicySlot | undefined {
  if (keys.length === 0) return isKey ? { kind: "policyKey" } : undefined;
  return keys.length === 1 && keys[0] === "Version" && !isKey ? { kind: "version" } : undefined;
}

function keySlot(first?: string, second?: string, third?: string): PolicySlot | undefined {
  if (first === undefined) return { kind: "statementKey" };
  if (first !== "Condition" || third !== undefined) return undefined;
  return { kind: second === undefined ? "operatorKey" : "conditionKey" };
}

function valueSlot(first?: string, second?: string, third?: string): PolicySlot | undefined {
  switch (first) {
    case "Effect":
      return second === undefined ? { kind: "effect" } : undefined;
    case "Action":
      return second === undefined ? { kind: "action" } : undefined;
    case "Principal":
      return second === "AWS" && third === undefined ? { kind: "principal" } : undefined;
    case "Condition":
      return second !== undefined && third !== undefined && isExternalIdKey(third)
        ? { kind: "externalId", operator: second }
        : undefined;
    default:
      return undefined;
  }
}

/** Names of condition keys have no case. */
function isExternalIdKey(name: string): boolean {
  return name.toLowerCase() === "sts:externalid";
}
