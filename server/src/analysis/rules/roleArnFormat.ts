/** `role-arn-format`: a `role_arn` that is not the ARN of an IAM role. */
import type { Location } from "../../base/location.ts";
import type { Span } from "../../base/span.ts";
import { quote } from "../../hcl/literal.ts";
import { isSettable } from "../../spacelift/schema.ts";
import { referenceOf, type Reference } from "../../terraform/references.ts";
import { declarationOf } from "../../terraform/module.ts";
import { repetitionOf } from "../../terraform/moduleReferences.ts";
import { replace } from "../edits.ts";
import type { Fix } from "../finding.ts";
import { inFile, type ModuleView } from "../moduleView.ts";
import { describeOther, isRoleArn, knownBeginning, mayBeginRoleArn, repairedRoleArn } from "../roleArn.ts";
import { originOf, settingsOf, type Setting } from "../setting.ts";
import { defineRule } from "./rule.ts";

interface Fact {
  readonly location: Location;
  readonly name: string;
  /** What stands there instead. */
  readonly instead: string;
  readonly repair: { readonly title: string; readonly span: Span; readonly newText: string } | undefined;
}

export const roleArnFormat = defineRule<Fact>({
  code: "role-arn-format",
  severity: "error",
  summary: "A role_arn that is not the ARN of an IAM role.",
  find: (view) =>
    view.family.flatMap((block) =>
      block.schema.attributes
        .filter((schema) => schema.meaning === "roleArn" && isSettable(schema))
        .flatMap(({ name }) => settingsOf(view, block, name))
        .flatMap((setting) => wrongReference(view, setting) ?? wrongText(setting) ?? []),
    ),
  tell: ({ location, name, instead }) => ({
    location,
    message:
      `${name} is ${instead}, so Spacelift cannot assume it. ` +
      "Write arn:aws:iam::<account ID>:role/<name>.",
  }),
  fix,
});

/** Attributes of AWS resources that are certainly no role's ARN. */
function wrongReference(view: ModuleView, { block, attribute }: Setting): Fact | undefined {
  const reference = referenceOf(attribute.value);
  const step = reference && lastStep(view, reference);
  if (!reference || step?.kind !== "attribute") return undefined;
  const instead = insteadOf(reference.type, step.name);
  if (instead === undefined) return undefined;
  const isRole = reference.type === "aws_iam_role";
  return {
    location: inFile(block, isRole ? step.span : attribute.value),
    name: attribute.name.name,
    instead,
    repair: isRole ? { title: "Change to arn", span: step.span, newText: "arn" } : undefined,
  };
}

/** The attribute that the reference reads; undefined for things that are repeated, which other rules judge. */
function lastStep({ module }: ModuleView, reference: Reference): Reference["steps"][number] | undefined {
  const declaration = declarationOf(module, reference.address);
  if (declaration?.kind !== "resource" && declaration?.kind !== "data") return undefined;
  const steps = repetitionOf(declaration.block) ? reference.steps.slice(1) : reference.steps;
  return steps.length === 1 ? steps[0] : undefined;
}

function insteadOf(type: string, attribute: string): string | undefined {
  if (type === "aws_iam_role") {
    if (attribute === "name" || attribute === "id") return "the role's name";
    return attribute === "unique_id" ? "the role's unique ID" : undefined;
  }
  if (attribute !== "arn") return undefined;
  switch (type) {
    case "aws_iam_instance_profile":
      return "the ARN of an instance profile";
    case "aws_iam_policy":
      return "the ARN of a policy";
    case "aws_iam_user":
      return "the ARN of a user";
    case "aws_iam_group":
      return "the ARN of a group";
    default:
      return undefined;
  }
}

function wrongText(setting: Setting): Fact | undefined {
  const { value, attribute } = setting;
  if (value.kind !== "string" || value.parts.length === 0) return undefined;
  const { text, whole } = knownBeginning(value.parts);
  if (whole ? isRoleArn(text) : mayBeginRoleArn(text)) return undefined;
  const isLiteral = value.parts.every((part) => part.kind === "literal");
  const newText = isLiteral ? repairedRoleArn(text) : undefined;
  const location = originOf(setting);
  return {
    location,
    name: attribute.name.name,
    instead: describeOther(text),
    repair:
      newText === undefined
        ? undefined
        : { title: `Change to ${newText}`, span: location.span, newText: quote(newText) },
  };
}

function fix({ location, repair }: Fact): readonly Fix[] {
  if (!repair) return [];
  const edits = [replace(repair.span, repair.newText)];
  return [{ title: repair.title, edits: [{ uri: location.uri, edits }], preferred: true }];
}
