/** What locals and variables hold: the ARN of a role, the ID of an integration, …, as far as the module tells. */
import type { ModuleView } from "../../analysis/moduleView.ts";
import type { Expression } from "../../hcl/ast.ts";
import { referentOf } from "../../spacelift/references.ts";
import type { Referent } from "../../spacelift/schema.ts";
import { attributeOf } from "../../terraform/block.ts";
import {
  declarationOf,
  type BlockDeclaration,
  type LocalDeclaration,
  type Module,
} from "../../terraform/module.ts";
import { referenceOf, unwrap } from "../../terraform/references.ts";
import type { Value } from "../../terraform/value.ts";

const tellingNames: Readonly<Record<Referent, RegExp>> = {
  integrationId: /^(?!.*(?:azure|gcp|google)).*integration(_id)?$/i,
  stackId: /stack(_id|_slug)?$/i,
  moduleId: /module_(id|slug)$/i,
  spaceId: /space(_id)?$/i,
  roleArn: /role_?arn$|^aws_role$/i,
};

/** By what it is made of, else by its value, else by its name. */
export function localHolds(view: ModuleView, local: LocalDeclaration, referent: Referent): boolean {
  const told = declarationHolds(view.module, local, referent, new Set());
  if (told !== undefined) return told;
  const { value } = local.attribute;
  if (referent === "roleArn") {
    if (branchesOf(value).some((branch) => isRoleArn(view.evaluate(branch, local.file)))) return true;
  }
  return mayBeText(value) && tellingNames[referent].test(local.name);
}

function declarationHolds(
  module: Module,
  local: LocalDeclaration,
  referent: Referent,
  seen: ReadonlySet<string>,
): boolean | undefined {
  if (seen.has(local.address)) return false;
  return expressionHolds(module, local.attribute.value, referent, new Set([...seen, local.address]));
}

/** What a conditional may come to, whatever its condition is. */
function branchesOf(expression: Expression): readonly Expression[] {
  const inner = unwrap(expression);
  return inner.kind === "Conditional"
    ? [...branchesOf(inner.then), ...branchesOf(inner.otherwise)]
    : [expression];
}

function isRoleArn(value: Value): boolean {
  if (value.kind !== "string") return false;
  const text = value.parts.map((part) => (part.kind === "literal" ? part.text : "…")).join("");
  return /^arn:[^:]*:iam::[^:]*:role\//.test(text);
}

/** Undefined where the expression does not say what it holds. */
function expressionHolds(
  module: Module,
  expression: Expression,
  referent: Referent,
  seen: ReadonlySet<string>,
): boolean | undefined {
  const inner = unwrap(expression);
  if (inner.kind === "Conditional") {
    return (
      expressionHolds(module, inner.then, referent, seen) ??
      expressionHolds(module, inner.otherwise, referent, seen)
    );
  }
  const reference = referenceOf(inner);
  const target = reference && declarationOf(module, reference.address);
  if (!reference || !target) return undefined;
  if (target.kind === "local") return declarationHolds(module, target, referent, seen);
  if (target.kind !== "resource" && target.kind !== "data") return undefined;
  const step = reference.steps.findLast(({ kind }) => kind === "attribute");
  if (step?.kind !== "attribute") return undefined;
  const held = referentOf(target.kind, target.type, step.name);
  return held && held === referent;
}

function mayBeText(value: Expression): boolean {
  return !["ObjectConstructor", "TupleConstructor", "BoolLiteral", "NumberLiteral", "ForExpression"].includes(
    value.kind,
  );
}

export function variableHolds({ block, name }: BlockDeclaration, referent: Referent): boolean {
  const type = attributeOf(block, "type")?.value;
  const isText = type === undefined || (type.kind === "Variable" && ["string", "any"].includes(type.name));
  return isText && tellingNames[referent].test(name);
}
