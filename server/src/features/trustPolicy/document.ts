/** The matching trust policy as a document of its own: JSON, a command of the AWS CLI, or CloudFormation. */
import { stringify } from "yaml";
import { attribute, viewOf, type FamilyBlock, type ModuleView } from "../../analysis/moduleView.ts";
import { roleOfIntegration } from "../../analysis/roleOfIntegration.ts";
import { attributeOf } from "../../terraform/block.ts";
import { toSafeInteger } from "../../terraform/bigFloat.ts";
import { asKnownString, knownText } from "../../terraform/value.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { placeholdersIn, plainPolicy } from "./plainPolicy.ts";

export const documentForms = ["json", "cli", "cloudformation"] as const;
export type DocumentForm = (typeof documentForms)[number];

export interface TrustPolicyDocument {
  readonly fileName: string;
  /** The editor's name for its language. */
  readonly language: string;
  readonly text: string;
  /** What stands in angle brackets and has to be filled in. */
  readonly placeholders: readonly string[];
}

export const documentTitles: Readonly<Record<DocumentForm, string>> = {
  json: "Show the matching IAM trust policy as JSON",
  cli: "Show the AWS CLI command that sets the trust policy",
  cloudformation: "Show the role with its trust policy as CloudFormation",
};

const kinds: Readonly<Record<DocumentForm, { readonly ending: string; readonly language: string }>> = {
  json: { ending: "json", language: "json" },
  cli: { ending: "sh", language: "shellscript" },
  cloudformation: { ending: "yaml", language: "yaml" },
};

/** Undefined where the module has no such integration (any more). */
export function trustPolicyDocument(
  snapshot: Snapshot,
  address: string,
  form: DocumentForm,
): TrustPolicyDocument | undefined {
  const view = viewOf(snapshot);
  const integration = view.family.find(({ declaration }) => declaration.address === address);
  if (!integration) return undefined;
  const text = write(view, integration, form);
  const { ending, language } = kinds[form];
  const fileName = `trust-policy.${integration.declaration.name}.${ending}`;
  return { fileName, language, text, placeholders: placeholdersIn(text) };
}

function write(view: ModuleView, integration: FamilyBlock, form: DocumentForm): string {
  const policy = plainPolicy(view, integration);
  const json = JSON.stringify(policy, undefined, 2);
  switch (form) {
    case "json":
      return `${json}\n`;
    case "cli":
      // https://docs.aws.amazon.com/cli/latest/reference/iam/update-assume-role-policy.html
      return `aws iam update-assume-role-policy \\\n  --role-name ${shellQuoted(roleOf(view, integration).name)} \\\n  --policy-document ${shellQuoted(json)}\n`;
    case "cloudformation":
      return cloudFormation(view, integration, policy);
  }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
function cloudFormation(view: ModuleView, integration: FamilyBlock, policy: object): string {
  const { name, path } = roleOf(view, integration);
  const duration = attribute(integration, "duration_seconds");
  const value = duration && view.evaluate(duration.value, integration.file);
  const seconds = value?.kind === "number" ? toSafeInteger(value.value) : undefined;
  const properties = {
    RoleName: name,
    ...(path === "/" ? {} : { Path: path }),
    ...(seconds !== undefined && seconds > 3600 ? { MaxSessionDuration: seconds } : {}),
    AssumeRolePolicyDocument: policy,
  };
  const template = {
    AWSTemplateFormatVersion: "2010-09-09",
    Resources: { SpaceliftRole: { Type: "AWS::IAM::Role", Properties: properties } },
  };
  // CloudFormation reads YAML 1.1, to which a bare 2012-10-17 is a date.
  return stringify(template, { version: "1.1", lineWidth: 0 });
}

function roleOf(
  view: ModuleView,
  integration: FamilyBlock,
): { readonly name: string; readonly path: string } {
  const target = roleOfIntegration(view, integration);
  const unknown = `<name of the role of ${integration.declaration.address}>`;
  if (target.kind === "named") return { name: knownText(target.name) ?? unknown, path: target.path };
  if (target.kind !== "declared") return { name: unknown, path: "/" };
  const { block, file } = target.role;
  const known = (name: string): string | undefined => {
    const found = attributeOf(block, name);
    return found && asKnownString(view.evaluate(found.value, file));
  };
  return { name: known("name") ?? unknown, path: known("path") ?? "/" };
}

/** https://www.gnu.org/software/bash/manual/html_node/Single-Quotes.html */
function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
