/** What functions of modules read from the workspace: when it is read, when again, and what is left alone. */
import { describe, expect, it } from "vitest";
import { createInstances } from "../../server/src/terraform/moduleInstances.ts";
import { localIn } from "../../server/src/terraform/overrides.ts";
import { stringType } from "../../server/src/terraform/type.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { readLimits } from "../../server/src/workspace/fileReader.ts";
import { mostReads } from "../../server/src/workspace/readFiles.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { memoryFileSystem, type MemoryFileSystem } from "../kit/memoryFileSystem.ts";
import { describeValue } from "../terraform/kit/describeValue.ts";

const main = "file:///w/m/main.tf";
const concerned = 'data "spacelift_account" "this" {}\n';

interface Opened {
  readonly workspace: Workspace;
  readonly files: MemoryFileSystem;
  readonly log: string[];
}

function workspaceOver(
  expression: string,
  texts: Readonly<Record<string, string>>,
  head = concerned,
): Opened {
  const files = memoryFileSystem({ "/w/m/main.tf": `${head}locals {\n  x = ${expression}\n}\n`, ...texts });
  const log: string[] = [];
  const workspace = new Workspace(files, (message) => log.push(message));
  workspace.setRoots(["file:///w"]);
  return { workspace, files, log };
}

/** The value of `local.x`. */
function valueIn({ module, configuration }: Snapshot): string {
  const { evaluate } = createInstances(configuration, () => stringType).common(module);
  const found = localIn(module, "x");
  return found ? describeValue(evaluate(found.attribute.value, found.file)) : "no local";
}

async function valueOf({ workspace }: Opened): Promise<string> {
  return valueIn(await workspace.snapshot(main));
}

describe("a function", () => {
  it.each([
    ['file("a.txt")', '"text"'],
    ['file("${path.module}/a.txt")', '"text"'],
    ['fileexists("a.txt")', "true"],
    ['fileexists("${path.module}/b.txt")', "false"],
    ['fileexists("none/b.txt")', "false"],
    ['fileexists("A.TXT")', "?file not readable"],
    ['fileexists("binary.zip")', "?file not readable"],
    ['fileexists("large.txt")', "?file not readable"],
    ['fileexists(".terraform/a.txt")', "?file not readable"],
    ['fileexists("~/a.txt")', "?file not readable"],
    ['filemd5("${path.root}/a.txt")', '"1cb251ec0d568de6a929b520c4aed8d1"'],
    ['fileset(path.module, "sub/*.json")', 'set("sub/1.json", "sub/2.json")'],
    ['fileset("${path.module}/sub", "*")', 'set("1.json", "2.json")'],
    ['fileset("none", "*")', "?file not readable"],
    ['templatefile("t.tftpl", { a = "b" })', '"b!"'],
  ])("%s", async (expression, value) => {
    const opened = workspaceOver(expression, {
      "/w/m/a.txt": "text",
      "/w/m/binary.zip": "PK\ufffd",
      "/w/m/large.txt": "x".repeat(readLimits.bytesPerFile + 1),
      "/w/m/.terraform/a.txt": "text",
      "/w/m/sub/1.json": "1",
      "/w/m/sub/2.json": "2",
      "/w/m/t.tftpl": "${a}!",
    });
    expect((await valueOf(opened)).replace(/^\$\{.*\}$/, "?file not readable")).toBe(value);
  });
});

describe("a file that is read", () => {
  const texts = { "/w/m/a.json": "before" };

  it("is not read again for a change elsewhere", async () => {
    const { workspace, files } = workspaceOver('file("a.json")', texts);
    await workspace.snapshot(main);
    workspace.open(main, 1, `${concerned}locals {\n  x = file("a.json")\n  y = 1\n}\n`);
    expect(valueIn(await workspace.snapshot(main))).toBe('"before"');
    expect(files.reads.filter((uri) => uri.endsWith(".json"))).toHaveLength(1);
  });

  it("makes the snapshot anew when it changes on disk, comes or goes", async () => {
    const opened = workspaceOver('fileexists("a.json") ? file("a.json") : "none"', texts);
    const { workspace, files } = opened;
    expect(await valueOf(opened)).toBe('"before"');
    files.texts.set("file:///w/m/a.json", "after");
    workspace.changedOnDisk("file:///w/m/a.json");
    expect(await valueOf(opened)).toBe('"after"');
    files.texts.delete("file:///w/m/a.json");
    workspace.changedOnDisk("file:///w/m/a.json");
    expect(await valueOf(opened)).toBe('"none"');
    files.texts.set("file:///w/m/a.json", "again");
    workspace.changedOnDisk("file:///w/m/a.json");
    expect(await valueOf(opened)).toBe('"again"');
  });

  it("counts as it is in the editor", async () => {
    const opened = workspaceOver('file("a.json")', texts);
    const { workspace } = opened;
    await workspace.snapshot(main);
    workspace.open("file:///w/m/a.json", 1, "open");
    expect(await valueOf(opened)).toBe('"open"');
    workspace.change("file:///w/m/a.json", 2, { span: { start: 0, end: 4 }, newText: "typed" });
    expect(await valueOf(opened)).toBe('"typed"');
    workspace.close("file:///w/m/a.json");
    expect(await valueOf(opened)).toBe('"before"');
  });

  it("changes nothing for a module that does not read it", async () => {
    const { workspace, files } = workspaceOver('file("a.json")', { ...texts, "/w/m/package.json": "{}" });
    const before = await workspace.snapshot(main);
    const reads = files.reads.length;
    workspace.changedOnDisk("file:///w/m/package.json");
    expect(await workspace.snapshot(main)).toBe(before);
    expect(files.reads).toHaveLength(reads);
  });

  it("is left alone where nothing concerns Spacelift", async () => {
    const opened = workspaceOver('file("a.json")', texts, "");
    await valueOf(opened);
    expect(opened.files.reads.filter((uri) => uri.endsWith(".json"))).toEqual([]);
  });

  it("is one of a bounded number, and the log says so", async () => {
    const names = Array.from({ length: mostReads + 1 }, (_, index) => `f${String(index)}.json`);
    const many = `[${names.map((name) => `file("${name}")`).join(", ")}]`;
    const opened = workspaceOver(many, Object.fromEntries(names.map((name) => [`/w/m/${name}`, "x"])));
    await valueOf(opened);
    expect(opened.files.reads.filter((uri) => uri.endsWith(".json"))).toHaveLength(mostReads);
    expect(opened.log).toContainEqual(expect.stringContaining(`the first ${String(mostReads)} files`));
  });
});
