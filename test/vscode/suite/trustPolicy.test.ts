/** The main job: the trust policy by light bulb and by command. */
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { codeAction, diagnostics } from "./kit/ask.ts";
import { eventually } from "./kit/eventually.ts";
import { openCase } from "./kit/openCase.ts";
import { attachedIntegration } from "./kit/texts.ts";

const generateTitle = "Generate the matching IAM trust policy";

/** What the policy of the case must hold: its principal, and both sessions of its one attachment. */
const parts = [
  'resource "aws_iam_role"',
  "sts:AssumeRole",
  "data.spacelift_account.",
  "sts:ExternalId",
  "${spacelift_aws_integration.production.id}@${spacelift_stack.network.",
  "@read",
  "@write",
];

function assertPolicy(text: string): void {
  assert.deepEqual(
    parts.filter((part) => !text.includes(part)),
    [],
  );
}

function argumentsOf({ arguments: given = [] }: vscode.Command): readonly unknown[] {
  return given;
}

describe("trust policy", () => {
  it("is written by the light bulb, and makes no new mistake", async () => {
    const where = await openCase(attachedIntegration);
    const action = await codeAction(where, generateTitle);
    assert.ok(action.kind?.contains(vscode.CodeActionKind.QuickFix));
    assert.ok(action.edit);
    await vscode.workspace.applyEdit(action.edit);
    assertPolicy(where.document.getText());
    await diagnostics(where, (found) => found.length === 0);
  });

  it("is written by the command", async () => {
    const { document } = await openCase(attachedIntegration);
    await vscode.commands.executeCommand("spaceliftAws.generateTrustPolicy");
    assertPolicy(document.getText());
  });

  it("is shown as JSON in a document of its own", async () => {
    const where = await openCase(attachedIntegration);
    const { command } = await codeAction(where, "Show the matching IAM trust policy as JSON");
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...argumentsOf(command));
    const shown = await eventually(
      "JSON",
      () => vscode.window.activeTextEditor?.document,
      (document) => document?.languageId === "json",
    );
    const policy: unknown = JSON.parse(shown?.getText() ?? "");
    assert.match(JSON.stringify(policy), /"sts:ExternalId"/);
  });

  it("is put on the clipboard as JSON by the command", async () => {
    await openCase(attachedIntegration);
    await vscode.commands.executeCommand("spaceliftAws.copyTrustPolicyJson");
    const policy: unknown = JSON.parse(await vscode.env.clipboard.readText());
    assert.match(JSON.stringify(policy), /"sts:ExternalId"/);
  });

  it("is not written where there is no integration", async () => {
    const { document } = await openCase('resource "aws_s3_bucket" "x" {$0\n}\n');
    const before = document.getText();
    await vscode.commands.executeCommand("spaceliftAws.generateTrustPolicy");
    assert.equal(document.getText(), before);
  });
});
