/** Everything that one stack needs to get AWS credentials: integration, role with its trust policy, attachment. */
import { declarationsOfType, type Module } from "../../terraform/module.ts";
import type { CompletionItem } from "../completionItem.ts";
import { freeName } from "./blockName.ts";
import type { KeywordPlace } from "./place.ts";
import { literal } from "./snippetText.ts";

export function setUpItem(module: Module, { word }: KeywordPlace): CompletionItem {
  return {
    kind: "snippet",
    label: "spacelift aws set-up",
    detail: "integration, role and attachment",
    documentation:
      "An integration, the IAM role that it assumes, and an attachment to one stack. The role trusts Spacelift " +
      "for this integration alone. The integration writes the role's ARN out: a reference to the role would make " +
      "a cycle, since the trust policy needs the integration's ID first.",
    replace: word,
    snippet: [...lookUps(module), ...blocks(module)].join("\n"),
    rank: 30,
  };
}

/** The data sources that the set-up reads and the module has not. */
function lookUps(module: Module): readonly string[] {
  return ["spacelift_account", "aws_caller_identity"]
    .filter((type) => declarationsOfType(module, "data", type).length === 0)
    .flatMap((type) => [`data "${type}" "current" {}`, ""]);
}

function addressOf(module: Module, type: string): string {
  return declarationsOfType(module, "data", type)[0]?.address ?? `data.${type}.current`;
}

function blocks(module: Module): readonly string[] {
  const account = addressOf(module, "spacelift_account");
  const identity = addressOf(module, "aws_caller_identity");
  // The placeholders are repeated whole: for an editor without snippets their text is all that remains.
  const name = `\${1:${freeName(module, "resource", "spacelift_aws_integration")}}`;
  const role = "${2:spacelift}";
  const arn = `${literal(`arn:aws:iam::\${${identity}.account_id}:role/`)}${role}`;
  const integration = `spacelift_aws_integration.${name}.id`;
  const externalId = `${literal(`\${${account}.name}`)}@\\\${${integration}\\}@*`;
  return [
    `resource "spacelift_aws_integration" "${name}" {`,
    `  name     = "${role}"`,
    `  role_arn = "${arn}"`,
    "}",
    "",
    `resource "aws_iam_role" "${name}" {`,
    `  name = "${role}"`,
    "  assume_role_policy = jsonencode({",
    `    Version = "2012-10-17"`,
    "    Statement = [{",
    `      Effect    = "Allow"`,
    `      Action    = "sts:AssumeRole"`,
    `      Principal = { AWS = ${account}.aws_account_id \\}`,
    "      Condition = {",
    `        StringLike = { "sts:ExternalId" = "${externalId}" \\}`,
    "      }",
    "    }]",
    "  })",
    "}",
    "",
    `resource "spacelift_aws_integration_attachment" "${name}" {`,
    `  integration_id = ${integration}`,
    "  stack_id       = ${3:spacelift_stack.main.id}",
    "",
    `  depends_on = [aws_iam_role.${name}]`,
    "}",
  ];
}
