/** The extension starts with a Terraform file, under its own names. */
import { strict as assert } from "node:assert";
import * as v from "valibot";
import * as vscode from "vscode";
import { eventually } from "./kit/eventually.ts";
import { openCase } from "./kit/openCase.ts";

const id = "clear-trust.spacelift-aws-integration";

describe("activation", () => {
  for (const [name, language] of [
    ["main.tf", "terraform"],
    ["main.tofu", "opentofu"],
  ] as const) {
    it(`comes with ${name}, which is ${language}`, async () => {
      const { document } = await openCase("", name);
      assert.equal(document.languageId, language);
      await eventually(
        "activation",
        () => vscode.extensions.getExtension(id)?.isActive,
        (isActive) => isActive === true,
      );
    });
  }

  it("registers what the package announces", async () => {
    const announced = announcedCommands(vscode.extensions.getExtension(id)?.packageJSON);
    const registered = await vscode.commands.getCommands(true);
    assert.ok(announced.length > 0);
    assert.deepEqual(
      announced.filter((command) => !registered.includes(command)),
      [],
    );
  });
});

const manifest = v.object({
  contributes: v.object({ commands: v.array(v.object({ command: v.string() })) }),
});

function announcedCommands(packageJson: unknown): readonly string[] {
  return v.parse(manifest, packageJson).contributes.commands.map(({ command }) => command);
}
