/** The contributions leave `.tf` and `.tofu` to HashiCorp's and OpenTofu's extensions wherever they are installed. */
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { projectPath, readManifest } from "./contributions.ts";

const manifest = readManifest();
const { languages, grammars } = manifest.contributes;

describe("contributions", () => {
  // VS Code registers user extensions in the order of their folder names; the last claim on `.tf` wins.
  test.each(["hashicorp.terraform", "opentofu.vscode-opentofu"])("sort before %s", (neighbour) => {
    expect(`${manifest.publisher}.${manifest.name}` < neighbour).toBe(true);
  });

  test("claim files by extension alone, the weakest claim there is", () => {
    const claims = languages.map(({ id, extensions, ...rest }) => ({
      id,
      extensions,
      keys: Object.keys(rest).sort(),
    }));
    const keys = ["aliases", "configuration"];
    expect(claims).toEqual([
      { id: "terraform", extensions: [".tf"], keys },
      { id: "opentofu", extensions: [".tofu"], keys },
    ]);
  });

  test("use scope names that nobody else has", () => {
    const taken = ["source.hcl", "source.hcl.terraform", "source.terraform", "source.hcl.opentofu"];
    expect(grammars.map((each) => each.scopeName).filter((scope) => taken.includes(scope))).toEqual([]);
  });

  test("name files that exist", () => {
    const files = [manifest.icon, ...grammars.map((g) => g.path), ...languages.map((l) => l.configuration)];
    expect(files.filter((file) => !existsSync(projectPath(file)))).toEqual([]);
  });
});
