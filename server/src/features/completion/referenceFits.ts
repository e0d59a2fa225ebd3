/** Expressions of the module that hold what an attribute asks for: the ARN of a role, the ID of an integration, … */
import { textOf } from "../../base/span.ts";
import type { Block, Expression } from "../../hcl/ast.ts";
import { referentOf, sourcesOf } from "../../spacelift/references.ts";
import type { Referent } from "../../spacelift/schema.ts";
import { attributeOf } from "../../terraform/block.ts";
import {
  declarationOf,
  type BlockDeclaration,
  type Declaration,
  type LocalDeclaration,
  type Module,
} from "../../terraform/module.ts";
import { referenceOf, unwrap } from "../../terraform/references.ts";
import { indexInto, noIndex, type IndexText } from "./instanceIndex.ts";

export interface Fit {
  /** Before and behind the index of an instance, which is empty where there is one instance only. */
  readonly before: string;
  readonly index: IndexText;
  readonly after: string;
  readonly detail: string;
  readonly declaration: Declaration;
  /** Smaller fits better. */
  readonly rank: number;
}

/** The expressions that fit, best first. `from` is the block in which they will be written. */
export function referenceFits(module: Module, referent: Referent, from: Block | undefined): readonly Fit[] {
  return module.declarations
    .flatMap((declaration) => fitsOf(module, declaration, referent, from))
    .toSorted((a, b) => a.rank - b.rank);
}

function fitsOf(
  module: Module,
  declaration: Declaration,
  referent: Referent,
  from: Block | undefined,
): readonly Fit[] {
  switch (declaration.kind) {
    case "resource":
    case "data":
      return declaration.block === from || declaration.name === ""
        ? []
        : attributesThatYield(declaration, declaration.kind, referent, from);
    case "local":
      return localHolds(module, declaration, referent, new Set())
        ? [plainFit(declaration, localDetail(declaration), 20)]
        : [];
    case "variable":
      return variableHolds(declaration, referent) ? [plainFit(declaration, "variable", 30)] : [];
    default:
      return [];
  }
}

function plainFit(declaration: Declaration, detail: string, rank: number): Fit {
  return { before: declaration.address, index: noIndex, after: "", detail, declaration, rank };
}

function attributesThatYield(
  declaration: BlockDeclaration,
  mode: "resource" | "data",
  referent: Referent,
  from: Block | undefined,
): readonly Fit[] {
  return sourcesOf(referent).flatMap((source, rank) =>
    source.mode === mode && source.type === declaration.type
      ? [
          {
            before: declaration.address,
            index: indexInto(declaration, from),
            after: `.${source.attribute}`,
            detail: whatItIs[referent],
            declaration,
            rank,
          },
        ]
      : [],
  );
}

const whatItIs: Readonly<Record<Referent, string>> = {
  integrationId: "ID of the integration",
  stackId: "ID of the stack",
  moduleId: "ID of the module",
  spaceId: "ID of the space",
  roleArn: "ARN of the role",
};

const tellingNames: Readonly<Record<Referent, RegExp>> = {
  integrationId: /^(?!.*(?:azure|gcp|google)).*integration(_id)?$/i,
  stackId: /stack(_id|_slug)?$/i,
  moduleId: /module_(id|slug)$/i,
  spaceId: /space(_id)?$/i,
  roleArn: /role_?arn$|^aws_role$/i,
};

function localHolds(
  module: Module,
  local: LocalDeclaration,
  referent: Referent,
  seen: ReadonlySet<string>,
): boolean {
  const { value } = local.attribute;
  if (seen.has(local.address)) return false;
  const verdict = expressionHolds(module, value, local, referent, new Set([...seen, local.address]));
  return verdict ?? (mayBeText(value) && tellingNames[referent].test(local.name));
}

/** Undefined where the expression does not say what it holds. */
function expressionHolds(
  module: Module,
  expression: Expression,
  local: LocalDeclaration,
  referent: Referent,
  seen: ReadonlySet<string>,
): boolean | undefined {
  const inner = unwrap(expression);
  if (inner.kind === "Conditional") {
    return (
      expressionHolds(module, inner.then, local, referent, seen) ??
      expressionHolds(module, inner.otherwise, local, referent, seen)
    );
  }
  if (inner.kind === "Template" && referent === "roleArn") {
    const written = textOf(local.file.syntax.text, inner);
    return /^"arn:[^"]*:iam::[^"]*:role\//.test(written) ? true : undefined;
  }
  const reference = referenceOf(inner);
  const target = reference && declarationOf(module, reference.address);
  if (!reference || !target) return undefined;
  if (target.kind === "local") return localHolds(module, target, referent, seen);
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

function variableHolds({ block, name }: BlockDeclaration, referent: Referent): boolean {
  const type = attributeOf(block, "type")?.value;
  const isText = type === undefined || (type.kind === "Variable" && ["string", "any"].includes(type.name));
  return isText && tellingNames[referent].test(name);
}

function localDetail({ attribute, file }: LocalDeclaration): string {
  const [line = ""] = textOf(file.syntax.text, attribute.value).split("\n");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
