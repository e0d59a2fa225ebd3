/** Files and open documents as modules: what belongs together, what is read again, and what is left out. */
import { describe, expect, it } from "vitest";
import { pause } from "../../server/src/base/pause.ts";
import { anyFileOf, type Snapshot } from "../../server/src/workspace/snapshot.ts";
import { walkLimits } from "../../server/src/workspace/walkFolders.ts";
import { mostModules } from "../../server/src/workspace/gather.ts";
import { nameOf } from "../../server/src/workspace/uris.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { memoryFileSystem, type MemoryFileSystem } from "../kit/memoryFileSystem.ts";

interface Opened {
  readonly workspace: Workspace;
  readonly files: MemoryFileSystem;
  readonly log: string[];
}

function workspaceOver(texts: Readonly<Record<string, string>>, roots: readonly string[] = []): Opened {
  const files = memoryFileSystem(texts);
  const log: string[] = [];
  const workspace = new Workspace(files, (message) => log.push(message));
  workspace.setRoots(roots.map((root) => `file://${root}`));
  return { workspace, files, log };
}

const call = (source: string, name = "m"): string => `module "${name}" {\n  source = "${source}"\n}\n`;

/** The paths of the files of the module. */
function pathsOf({ module }: Snapshot): readonly string[] {
  return module.files.map(({ uri }) => uri.replace("file://", ""));
}

/** The paths of all modules that are looked at. */
function modulesOf({ configuration }: Snapshot): readonly string[] {
  return [...configuration.modules.keys()].map((uri) => uri.replace("file://", "")).sort();
}

describe("the files of a module", () => {
  it("are those that Terraform reads, sorted by name", async () => {
    const { workspace } = workspaceOver({
      "/m/b.tf": "",
      "/m/a.tf.json": "{}",
      "/m/c.tf": "",
      "/m/c.tofu": "",
      "/m/d.tf.json": "{}",
      "/m/d.tofu.json": "{}",
      "/m/.hidden.tf": "",
      "/m/backup.tf~": "",
      "/m/notes.md": "",
      "/m/below/x.tf": "",
    });
    const snapshot = await workspace.snapshot("file:///m/b.tf");
    expect(pathsOf(snapshot)).toEqual(["/m/a.tf.json", "/m/b.tf", "/m/c.tofu", "/m/d.tofu.json"]);
    expect(snapshot.module.complete).toBe(true);
  });

  it("have companions beside them, in Terraform's order", async () => {
    const { workspace } = workspaceOver({
      "/m/main.tf": "",
      "/m/b.auto.tfvars": "",
      "/m/a.auto.tfvars.json": "{}",
      "/m/terraform.tfvars.json": "{}",
      "/m/terraform.tfvars": "",
      "/m/prod.tfvars": "",
      "/m/.terraform.lock.hcl": "",
    });
    const { companions } = (await workspace.snapshot("file:///m/main.tf")).module;
    expect(companions.variableFiles.map(({ uri }) => uri.replace("file:///m/", ""))).toEqual([
      "terraform.tfvars",
      "terraform.tfvars.json",
      "a.auto.tfvars.json",
      "b.auto.tfvars",
    ]);
    expect(companions.lockFile?.uri).toBe("file:///m/.terraform.lock.hcl");
  });

  it("are left out where there are too many or one is too large, and the log says so", async () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`/m/${index}.tf`, ""]));
    const { workspace, log } = workspaceOver({ ...many, "/n/large.tf": "#".repeat(5_000_000) });
    const first = await workspace.snapshot("file:///m/0.tf");
    expect(first.module.files.length).toBeLessThan(500);
    expect(first.module.complete).toBe(false);
    const second = await workspace.snapshot("file:///n/large.tf");
    expect(second.module.complete).toBe(false);
    expect(log).toHaveLength(2);
    expect(log[1]).toContain("/n/large.tf");
  });

  it("come from open documents before the disk", async () => {
    const { workspace } = workspaceOver({ "/m/main.tf": "disk {}" });
    workspace.open("file:///m/main.tf", 3, "opened {}");
    workspace.open("file:///m/new.tf", 1, "new {}");
    const snapshot = await workspace.snapshot("file:///m/main.tf");
    expect(snapshot.module.files.map(({ syntax }) => syntax.text)).toEqual(["opened {}", "new {}"]);
    expect(snapshot.versions.get("file:///m/main.tf")).toBe(3);
    workspace.close("file:///m/main.tf");
    workspace.close("file:///m/new.tf");
    const after = await workspace.snapshot("file:///m/main.tf");
    expect(after.module.files.map(({ syntax }) => syntax.text)).toEqual(["disk {}"]);
  });

  it("are one alone for a document in no folder's module", async () => {
    const { workspace } = workspaceOver({ "/m/main.tf": "" });
    workspace.open("untitled:Untitled-1", 1, "a {}");
    workspace.open("file:///m/terragrunt.hcl", 1, "b {}");
    expect((await workspace.snapshot("untitled:Untitled-1")).module.files).toHaveLength(1);
    expect(pathsOf(await workspace.snapshot("file:///m/terragrunt.hcl"))).toEqual(["/m/terragrunt.hcl"]);
    expect(pathsOf(await workspace.snapshot("file:///m/main.tf"))).toEqual(["/m/main.tf"]);
  });
});

describe("a change", () => {
  it("keeps the trees of other files and the modules of other folders", async () => {
    const { workspace } = workspaceOver({ "/m/main.tf": call("./c"), "/m/b.tf": "", "/m/c/main.tf": "" });
    workspace.open("file:///m/main.tf", 1, call("./c"));
    const before = await workspace.snapshot("file:///m/main.tf");
    workspace.change("file:///m/main.tf", 2, { span: { start: 0, end: 0 }, newText: "# x\n" });
    const after = await workspace.snapshot("file:///m/main.tf");
    expect(after).not.toBe(before);
    expect(after.module.files[0]).toBe(before.module.files[0]);
    expect(after.configuration.modules.get("file:///m/c")).toBe(
      before.configuration.modules.get("file:///m/c"),
    );
  });

  it("in a module makes new snapshots of those that have to do with it, and of no others", async () => {
    const texts = { "/w/a/main.tf": call("../c"), "/w/b/main.tf": "", "/w/c/main.tf": "" };
    const { workspace } = workspaceOver(texts, ["/w"]);
    await workspace.indexed();
    workspace.open("file:///w/c/main.tf", 1, "");
    const [a, b] = [
      await workspace.snapshot("file:///w/a/main.tf"),
      await workspace.snapshot("file:///w/b/main.tf"),
    ];
    workspace.change("file:///w/c/main.tf", 2, { span: { start: 0, end: 0 }, newText: "# x" });
    expect(await workspace.snapshot("file:///w/a/main.tf")).not.toBe(a);
    expect(await workspace.snapshot("file:///w/b/main.tf")).toBe(b);
  });

  it("from outside reads its folder once, however many files it touches", async () => {
    const names = Array.from({ length: 100 }, (_, index) => `/m/f${index}.tf`);
    const { workspace, files } = workspaceOver(Object.fromEntries(names.map((name) => [name, ""])));
    await workspace.snapshot("file:///m/f0.tf");
    files.reads.length = 0;
    for (const name of names) {
      files.texts.set(`file://${name}`, "locals {}");
      workspace.changedOnDisk(`file://${name}`);
    }
    const snapshot = await workspace.snapshot("file:///m/f0.tf");
    expect(snapshot.module.files.every(({ syntax }) => syntax.text === "locals {}")).toBe(true);
    // Once for the module, once for the calls in it.
    expect(files.reads.length).toBe(200);
  });

  it("that comes while files are read is not lost", async () => {
    const { workspace, files } = workspaceOver({ "/m/main.tf": "old {}" });
    const waiting = workspace.snapshot("file:///m/main.tf");
    files.texts.set("file:///m/main.tf", "new {}");
    workspace.changedOnDisk("file:///m/main.tf");
    expect((await waiting).module.files[0]?.syntax.text).toBe("new {}");
  });
});

describe("the modules around one", () => {
  const texts = {
    "/w/stacks/a/main.tf": call("../../modules/role"),
    "/w/stacks/b/main.tf": call("../../modules/role") + call("../../modules/other", "n"),
    "/w/modules/role/main.tf": call("./inner"),
    "/w/modules/role/inner/main.tf": "",
    "/w/modules/other/main.tf": "",
    "/w/alone/main.tf": "",
  };

  it("are those it calls, those that call it, and what these call", async () => {
    const { workspace } = workspaceOver(texts, ["/w"]);
    await workspace.indexed();
    expect(modulesOf(await workspace.snapshot("file:///w/modules/role/main.tf"))).toEqual([
      "/w/modules/other",
      "/w/modules/role",
      "/w/modules/role/inner",
      "/w/stacks/a",
      "/w/stacks/b",
    ]);
    expect(modulesOf(await workspace.snapshot("file:///w/stacks/a/main.tf"))).toEqual([
      "/w/modules/role",
      "/w/modules/role/inner",
      "/w/stacks/a",
    ]);
    expect(modulesOf(await workspace.snapshot("file:///w/alone/main.tf"))).toEqual(["/w/alone"]);
  });

  it("are found again when the callers are known", async () => {
    const { workspace } = workspaceOver(texts, ["/w"]);
    let times = 0;
    workspace.onIndexed(() => times++);
    await workspace.snapshot("file:///w/modules/role/main.tf");
    await workspace.indexed();
    expect(times).toBe(1);
    expect(modulesOf(await workspace.snapshot("file:///w/modules/role/main.tf"))).toContain("/w/stacks/a");
  });

  it("are looked for in the folders above where there is no workspace", async () => {
    const { workspace } = workspaceOver({
      "/w/main.tf": call("./modules/role"),
      "/w/modules/role/main.tf": "",
    });
    const snapshot = await workspace.snapshot("file:///w/modules/role/main.tf");
    expect(modulesOf(snapshot)).toEqual(["/w", "/w/modules/role"]);
  });

  it("follow a call that is typed, moved on disk, and closed unsaved", async () => {
    const { workspace, files } = workspaceOver(texts, ["/w"]);
    await workspace.indexed();
    const callers = async (): Promise<readonly string[]> =>
      modulesOf(await workspace.snapshot("file:///w/alone/main.tf"));
    expect(await callers()).toEqual(["/w/alone"]);
    workspace.open("file:///w/stacks/a/main.tf", 1, texts["/w/stacks/a/main.tf"]);
    const end = texts["/w/stacks/a/main.tf"].length;
    workspace.change("file:///w/stacks/a/main.tf", 2, {
      span: { start: end, end },
      newText: call("../../alone", "x"),
    });
    expect(await callers()).toContain("/w/stacks/a");
    workspace.close("file:///w/stacks/a/main.tf");
    expect(await callers()).toEqual(["/w/alone"]);
    files.texts.set("file:///w/stacks/b/more.tf", call("../../alone", "y"));
    workspace.changedOnDisk("file:///w/stacks/b/more.tf");
    expect(await callers()).toContain("/w/stacks/b");
  });

  it("begin with a document of a folder that is not on disk", async () => {
    const { workspace } = workspaceOver({ "/w/main.tf": call("./new") }, ["/w"]);
    await workspace.indexed();
    expect(modulesOf(await workspace.snapshot("file:///w/main.tf"))).toEqual(["/w"]);
    workspace.open("file:///w/new/main.tf", 1, "");
    expect(modulesOf(await workspace.snapshot("file:///w/main.tf"))).toEqual(["/w", "/w/new"]);
    expect(modulesOf(await workspace.snapshot("file:///w/new/main.tf"))).toEqual(["/w", "/w/new"]);
  });

  it("can be found by their files", async () => {
    const { workspace } = workspaceOver(texts, ["/w"]);
    const snapshot = await workspace.snapshot("file:///w/stacks/a/main.tf");
    expect(anyFileOf(snapshot, "file:///w/modules/role/main.tf")?.syntax.text).toContain("./inner");
  });

  it("are bounded, and the log says so", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`/w/s${index}/main.tf`, call("../role")]),
    );
    const { workspace, log } = workspaceOver({ ...many, "/w/role/main.tf": "" }, ["/w"]);
    await workspace.indexed();
    expect(modulesOf(await workspace.snapshot("file:///w/role/main.tf"))).toHaveLength(mostModules);
    expect(log).toHaveLength(1);
  });

  it("are the same ones where they are bounded, in whatever order the disk gives them", async () => {
    const many = Array.from(
      { length: 300 },
      (_, index) => [`/w/s${index}/main.tf`, call("../role")] as const,
    );
    const among = async (callers: typeof many): Promise<readonly string[]> => {
      const texts = Object.fromEntries([...callers, ["/w/role/main.tf", ""]]);
      const { workspace } = workspaceOver(texts, ["/w"]);
      await workspace.indexed();
      return modulesOf(await workspace.snapshot("file:///w/role/main.tf"));
    };
    expect(await among(many.toReversed())).toEqual(await among(many));
  });

  it("follow the newest text where two readings of it overlap", async () => {
    const { workspace, files } = workspaceOver({ "/w/main.tf": call("./old"), "/w/old/main.tf": "" }, ["/w"]);
    await workspace.indexed();
    const readFile = files.readFile.bind(files);
    let answerLate: (() => void) | undefined;
    files.readFile = async (uri, maxBytes) => {
      const text = await readFile(uri, maxBytes);
      if (text?.includes("./old") === true) await new Promise<void>((settle) => (answerLate = settle));
      return text;
    };
    workspace.changedOnDisk("file:///w/main.tf");
    const first = workspace.snapshot("file:///w/new/main.tf");
    await pause();
    files.texts.set("file:///w/main.tf", call("./new"));
    workspace.changedOnDisk("file:///w/main.tf");
    const second = workspace.snapshot("file:///w/new/main.tf");
    await pause();
    answerLate?.();
    await first;
    expect(modulesOf(await second)).toContain("/w");
  });

  it("have a caller that is made while the workspace is walked", async () => {
    const { workspace, files } = workspaceOver(
      { "/w/a/main.tf": "", "/w/z/main.tf": "", "/w/role/main.tf": "" },
      ["/w"],
    );
    const readFile = files.readFile.bind(files);
    const held = new Map<string, () => void>();
    files.readFile = async (uri, maxBytes) => {
      const isFirst = /\/a\/|new/.test(uri) && !held.has(nameOf(uri));
      if (isFirst) await new Promise<void>((settle) => held.set(nameOf(uri), settle));
      return readFile(uri, maxBytes);
    };
    const walk = workspace.indexed();
    await pause();
    files.texts.set("file:///w/z/new.tf", call("../role"));
    workspace.changedOnDisk("file:///w/z/new.tf");
    const read = workspace.snapshot("file:///w/role/main.tf");
    await pause();
    held.get("main.tf")?.();
    await walk;
    held.get("new.tf")?.();
    await read;
    expect(modulesOf(await workspace.snapshot("file:///w/role/main.tf"))).toContain("/w/z");
  });
});

describe("the walk over the workspace", () => {
  it("leaves out hidden folders and packages", async () => {
    const skipped = [".terraform", ".git", "node_modules", ".cache"];
    const hidden = Object.fromEntries(skipped.map((name) => [`/w/${name}/x/main.tf`, call("../../role")]));
    const { workspace, files } = workspaceOver({ ...hidden, "/w/role/main.tf": "" }, ["/w"]);
    await workspace.indexed();
    expect(modulesOf(await workspace.snapshot("file:///w/role/main.tf"))).toEqual(["/w/role"]);
    expect(files.reads.some((uri) => skipped.some((name) => uri.includes(name)))).toBe(false);
  });

  it("ends where links lead in circles", async () => {
    const { workspace, files, log } = workspaceOver({ "/w/a/main.tf": "" }, ["/w"]);
    files.links.set("file:///w/a/loop", "file:///w");
    await workspace.indexed();
    expect(log.some((line) => line.includes(String(walkLimits.depth)))).toBe(true);
  });
});
