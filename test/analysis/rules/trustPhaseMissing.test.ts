/** `trust-phase-missing`. */
import { describe, it } from "vitest";
import { checkFindings, checkFix } from "../../kit/checkRule.ts";
import { moduleWith } from "../trust/verdictLines.ts";

const code = "trust-phase-missing";
const stem = "acme@${spacelift_aws_integration.main.id}@${spacelift_stack.network.id}@";
const policy = (operator: string, id: string, label = ""): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "324880187172" }
      Action    = "sts:AssumeRole"
      Condition = {
        ${operator} = {
          "sts:ExternalId" = ${id}
${label}
        }
      }
    }]
  })`;
const carets = (id: string): string => `#                            ${"^".repeat(id.length)} error ${code}`;
const onlyReads = (source: string): string =>
  source.replace("depends_on     =", "write          = false\n  depends_on     =");

describe(code, () => {
  it("finds reading alone for an attachment that writes", () => {
    const id = `"${stem}read"`;
    checkFindings(moduleWith(policy("StringEquals", id, carets(id))), code);
  });

  it("finds writing alone for an attachment that reads", () => {
    const id = '"acme@*@*@write"';
    checkFindings(onlyReads(moduleWith(policy("StringLike", id, carets(id)))), code);
  });

  it("is silent about writing alone where the attachment reads and writes", () => {
    checkFindings(moduleWith(policy("StringEquals", `"${stem}write"`)), code);
  });

  it("is silent where it is not known whether the attachment writes", () => {
    const source = onlyReads(moduleWith(policy("StringEquals", `"${stem}read"`))).replace(
      "= false",
      "= var.write",
    );
    checkFindings(`${source}\nvariable "write" {\n  type = bool\n}`, code);
  });

  it("is silent about another account altogether", () => {
    checkFindings(moduleWith(policy("StringLike", '"other@*@*@read"')), code, {
      settings: { accountName: "acme" },
    });
  });

  it("is silent where the private worker sends an ID of its own", () => {
    const worker = 'generate_credentials_in_worker = true\n  external_id = "worker"';
    const text = policy("StringLike", '"acme@*@*@read"').replace("324880187172", "111122223333");
    checkFindings(moduleWith(text, "", worker), code);
  });

  it("admits the phase", () => {
    checkFix(
      moduleWith(policy("StringEquals", `"${stem}read"`)),
      code,
      moduleWith(policy("StringEquals", `["${stem}read", "${stem}write"]`)),
    );
    checkFix(
      moduleWith(policy("StringLike", '"acme@*@*@read"')),
      code,
      moduleWith(policy("StringLike", '"acme@*@*@*"')),
    );
  });

  it("writes the phase where a for makes all values", () => {
    const source = (phase: string): string =>
      moduleWith(
        policy("StringEquals", "local.ids"),
        `locals {
  ids = [for stack in [spacelift_stack.network] : "acme@\${spacelift_aws_integration.main.id}@\${stack.id}@${phase}"]
}`,
      );
    checkFix(source("read"), code, source("write"));
  });

  it("sets write in Spacelift's own data source, which takes false where it is left out", () => {
    const source = (write: string): string =>
      moduleWith(
        `jsonencode({
    Version = "2012-10-17"
    Statement = [
      jsondecode(data.spacelift_aws_integration_attachment_external_id.network.assume_role_policy_statement)
    ]
  })`,
        `data "spacelift_aws_integration_attachment_external_id" "network" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = spacelift_stack.network.id
  read           = true${write}
}`,
      );
    checkFix(source(""), code, source("\n  write          = true"));
  });
});
