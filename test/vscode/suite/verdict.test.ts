/** Will Spacelift get in: said above the integration, on hover, and by findings that a fix mends. */
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { codeAction, diagnostics, hoverText } from "./kit/ask.ts";
import { eventually } from "./kit/eventually.ts";
import { openCase, type Case } from "./kit/openCase.ts";

const trusting = (operator: string): string => `data "spacelift_account" "this" {}

resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_$0arn = "arn:aws:iam::123456789012:role/spacelift"
}

resource "aws_iam_role" "main" {
  name = "spacelift"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = data.spacelift_account.this.aws_account_id }
      Action    = "sts:AssumeRole"
      Condition = {
        ${operator} = {
          "sts:ExternalId" = "\${data.spacelift_account.this.name}@\${spacelift_aws_integration.main.id}@*"
        }
      }
    }]
  })
}

resource "spacelift_aws_integration_attachment" "main" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a"
  depends_on     = [aws_iam_role.main]
}
`;

function lenses(
  { document }: Case,
  isEnough: (titles: readonly string[]) => boolean,
): Promise<readonly string[]> {
  const ask = async (): Promise<readonly string[]> => {
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
      20,
    );
    return found.flatMap(({ command }) => (command ? [command.title] : []));
  };
  return eventually("such code lenses", ask, isEnough);
}

describe("verdict", () => {
  it("is that Spacelift gets in", async () => {
    const where = await openCase(trusting("StringLike"));
    await lenses(where, (titles) => titles.some((title) => title.startsWith("Spacelift gets in")));
    assert.match(await hoverText(where), /Does Spacelift get in\?[\s\S]*allowed/);
    await diagnostics(where, (found) => found.length === 0);
  });

  it("opens the hover at role_arn on a click on the lens", async () => {
    const where = await openCase(trusting("StringLike"));
    await lenses(where, (titles) => titles.length > 0);
    const [lens] = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      where.document.uri,
      20,
    );
    assert.ok(lens?.command);
    const args: readonly unknown[] = lens.command.arguments ?? [];
    await vscode.commands.executeCommand(lens.command.command, ...args);
    const active = vscode.window.activeTextEditor;
    assert.ok(active);
    const word = active.document.getWordRangeAtPosition(active.selection.active);
    assert.equal(active.document.getText(word), "role_arn");
  });

  it("is that Spacelift is refused, until the fix is taken", async () => {
    const where = await openCase(trusting("StringEquals"));
    await lenses(where, (titles) => titles.some((title) => title.startsWith("Spacelift is refused")));
    assert.match(await hoverText(where), /refused/);
    const [finding] = await diagnostics(where);
    assert.ok(finding);
    const { edit } = await codeAction({ ...where, at: finding.range.start }, "Use StringLike");
    assert.ok(edit);
    await vscode.workspace.applyEdit(edit);
    await diagnostics(where, (found) => found.length === 0);
    await lenses(where, (titles) => titles.some((title) => title.startsWith("Spacelift gets in")));
  });

  it("comes out of another file and of what a call gives", async () => {
    const child = `variable "seconds" {
  type = number
}

resource "spacelift_aws_integration" "main" {
  name             = "main"
  role_arn         = "arn:aws:iam::123456789012:role/spacelift"
  duration_seconds = var.seconds
}

output "id" {
  value = spacelift_aws_integration.main.id
}
`;
    const where = await openCase(
      `module "child" {
  source  = "./child"
  seconds = $060
}

resource "spacelift_aws_integration_attachment" "main" {
  integration_id = module.child.id
  stack_id       = "a"
}
`,
      "main.tf",
      { "child/main.tf": child },
    );
    const [finding] = await diagnostics(where);
    assert.match(finding?.message ?? "", /60 seconds/);
    assert.ok(finding?.range.contains(where.at));
  });
});
