/** A workspace on a real disk: links that lead in circles, and files that cannot be read. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { nodeFiles } from "../../server/src/nodeFiles.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spacelift-aws-disk-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const uri = (path: string): string => pathToFileURL(join(folder, path)).toString();

it("survives links in circles, follows links to files, and reads a name with odd characters", async () => {
  mkdirSync(join(folder, "stack"));
  mkdirSync(join(folder, "a (b) é"));
  writeFileSync(join(folder, "stack/main.tf"), 'module "m" {\n  source = "../a (b) é"\n}\n');
  writeFileSync(join(folder, "a (b) é/main.tf"), "");
  writeFileSync(join(folder, "shared.txt"), 'variable "linked" {}\n');
  symlinkSync(join(folder, "shared.txt"), join(folder, "a (b) é/linked.tf"));
  symlinkSync(folder, join(folder, "stack/loop"));
  symlinkSync(join(folder, "nowhere"), join(folder, "stack/broken.tf"));
  const log: string[] = [];
  const workspace = new Workspace(nodeFiles, (message) => log.push(message));
  workspace.setRoots([pathToFileURL(folder).toString()]);
  await workspace.indexed();
  const called = await workspace.snapshot(uri("a (b) é/main.tf"));
  expect(called.module.declarations.map(({ address }) => address)).toEqual(["var.linked"]);
  expect([...called.configuration.modules.keys()]).toContain(uri("stack"));
  expect(called.configuration.modules.get(uri("stack"))?.complete).toBe(false);
  expect(log.some((line) => line.includes("broken.tf"))).toBe(true);
});
