/** Findings appear with a mistake, at its place, and go with it. */
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { diagnostics } from "./kit/ask.ts";
import { openCase } from "./kit/openCase.ts";

const incomplete = 'resource "spacelift_aws_integration" "x" {\n  name = "x"$0\n}\n';

describe("diagnostics", () => {
  it("find what is missing, and see it come", async () => {
    const where = await openCase(incomplete);
    const [finding] = await diagnostics(where);
    assert.match(finding?.message ?? "", /role_arn/);
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);

    const edit = new vscode.WorkspaceEdit();
    edit.insert(where.document.uri, where.at, '\n  role_arn = "arn:aws:iam::123456789012:role/x"');
    await vscode.workspace.applyEdit(edit);
    await diagnostics(where, (found) => found.every(({ message }) => !message.includes("role_arn")));
  });

  it("underline the attribute that no such type has", async () => {
    const where = await openCase('resource "spacelift_aws_integration" "x" {\n  arn = "x"\n}\n');
    const found = await diagnostics(where, (all) => all.some(({ message }) => message.includes("arn")));
    assert.ok(found.some(({ range }) => where.document.getText(range) === "arn"));
  });

  it("leave files alone that the family does not touch", async () => {
    const other = await openCase('resource "aws_s3_bucket" "x" {\n  buckett = 1\n}\n');
    const ours = await openCase(incomplete);
    await diagnostics(ours);
    await diagnostics(other, (found) => found.length === 0);
  });
});
