/** A trust policy in a file that the module reads: the light bulb mends it at the call, and in the file itself. */
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { codeAction, diagnostics } from "./kit/ask.ts";
import { openCase, type Case } from "./kit/openCase.ts";

const module = `resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/spacelift"
}

resource "spacelift_aws_integration_attachment" "main" {
  integration_id = spacelift_aws_integration.main.id
  stack_id       = "a"
  depends_on     = [aws_iam_role.main]
}

resource "aws_iam_role" "main" {
  name               = "spacelift"
  assume_role_policy = fi$0le("\${path.module}/trust.json")
}
`;

const policy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "324880187172" },
      "Action": "sts:AssumeRole",
      "Condition": { "StringEquals": { "sts:ExternalId": "acme@*" } }
    }
  ]
}
`;

async function openPolicy({ document }: Case): Promise<Case> {
  const uri = vscode.Uri.joinPath(document.uri, "..", "trust.json");
  const file = await vscode.workspace.openTextDocument(uri);
  const at = file.positionAt(policy.indexOf("acme@*"));
  await vscode.window.showTextDocument(file, { selection: new vscode.Range(at, at), preview: false });
  return { document: file, at };
}

async function apply({ edit }: vscode.CodeAction): Promise<void> {
  assert.ok(edit, "the action has an edit");
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe("a policy in a file", () => {
  it("is mended from the call that reads it", async () => {
    const call = await openCase(module, "main.tf", { "trust.json": policy });
    await apply(await codeAction(call, "Use StringLike, in trust.json"));
    const file = await openPolicy(call);
    assert.match(file.document.getText(), /"StringLike": \{ "sts:ExternalId": "acme@\*" \}/);
    await diagnostics(file, (found) => found.length === 0);
  });

  it("is mended in the file itself", async () => {
    const call = await openCase(module, "main.tf", { "trust.json": policy });
    const file = await openPolicy(call);
    await diagnostics(file);
    await apply(await codeAction(file, "Use StringLike"));
    assert.match(file.document.getText(), /"StringLike"/);
    await diagnostics(file, (found) => found.length === 0);
  });
});
