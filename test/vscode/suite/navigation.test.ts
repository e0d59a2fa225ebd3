/** Finding one's way through a module, as VS Code asks for it. */
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { eventually } from "./kit/eventually.ts";
import { openCase, type Case } from "./kit/openCase.ts";

const text = `locals {
  role_name = "spacelift"
}

resource "spacelift_aws_integration" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/\${local.role_$0name}"
}

output "name" {
  value = local.role_name
}
`;

async function ask<T>(command: string, { document, at }: Case, ...rest: readonly unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(command, document.uri, at, ...rest);
}

describe("navigation", () => {
  it("leads from a reference to its definition", async () => {
    const where = await openCase(text);
    const found = await eventually(
      "definition",
      () => ask<(vscode.Location | vscode.LocationLink)[]>("vscode.executeDefinitionProvider", where),
      (all) => all.length > 0,
    );
    const [target] = found;
    const range =
      target && ("range" in target ? target.range : (target.targetSelectionRange ?? target.targetRange));
    assert.equal(range?.start.line, 1);
  });

  it("finds all references", async () => {
    const where = await openCase(text);
    const found = await eventually(
      "references",
      () => ask<vscode.Location[]>("vscode.executeReferenceProvider", where),
      (all) => all.length > 0,
    );
    assert.deepEqual(found.map(({ range }) => range.start.line).sort(), [1, 10, 6].sort());
  });

  it("renames everywhere at once", async () => {
    const where = await openCase(text);
    const edit = await ask<vscode.WorkspaceEdit>("vscode.executeDocumentRenameProvider", where, "new_name");
    await vscode.workspace.applyEdit(edit);
    assert.equal(where.document.getText().match(/new_name/g)?.length, 3);
    assert.ok(!where.document.getText().includes("role_name"));
  });

  it("outlines and folds the file", async () => {
    const { document } = await openCase(text);
    const symbols = await eventually(
      "symbols",
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
          "vscode.executeDocumentSymbolProvider",
          document.uri,
        ),
      (all) => all.length > 0,
    );
    assert.equal(symbols.length, 3);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      "vscode.executeFoldingRangeProvider",
      document.uri,
    );
    assert.ok(folds.some(({ start, end }) => start === 4 && end >= 6));
  });
});
