/** Holds the source against the layer table: who may import whom, no cycles, a header in every file. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const source = join(root, "server/src");

/** Folder → folders of `server/src` that it may import from, besides itself. */
const layers: Readonly<Record<string, readonly string[]>> = {
  base: [],
  hcl: ["base"],
  iam: ["base"],
  spacelift: ["base"],
  terraform: ["base", "hcl"],
  workspace: ["base", "hcl", "terraform"],
  analysis: ["base", "hcl", "iam", "spacelift", "terraform", "workspace"],
  features: ["base", "hcl", "iam", "spacelift", "terraform", "workspace", "analysis"],
  lsp: ["base", "features", "workspace", "analysis/finding.ts", "analysis/ruleCodes.ts"],
  // Entry points connect the protocol to a file system and do nothing else.
  "": ["lsp", "workspace/fileSystem.ts"],
};

/** Packages that each layer may import; every other import of a package is an error. */
const packages: Readonly<Record<string, readonly RegExp[]>> = {
  base: [],
  hcl: [],
  iam: [],
  spacelift: [],
  terraform: [/^@noble\/hashes\//, /^yaml$/, /^re2js$/],
  workspace: [/^vscode-uri$/, /^valibot$/],
  analysis: [],
  features: [/^hcl2-parser$/, /^yaml$/],
  lsp: [/^vscode-languageserver/, /^valibot$/, /^vscode-uri$/],
  "": [/^node:/, /^vscode-languageserver/, /^vscode-uri$/],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const pattern =
    /^(?:import|export)\s+(type\s+)?(?:[^;"']*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
  return [...text.matchAll(pattern)].map((match) => ({
    from: file,
    to: match[2] ?? match[3] ?? "",
    typeOnly: match[1] !== undefined,
  }));
}

function layerOf(file: string): string {
  const folder = relative(source, file).split("/");
  return folder.length === 1 ? "" : (folder[0] ?? "");
}

const files = filesBelow(source);
const imports = files.flatMap(importsOf);

describe("the layer table", () => {
  it("knows every folder", () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => !(layer in layers))).toEqual([]);
  });

  it("is kept by every relative import", () => {
    const broken = imports.filter(({ from, to }) => {
      if (!to.startsWith(".")) return false;
      const target = resolve(dirname(from), to);
      const layer = layerOf(from);
      const allowed = layers[layer] ?? [];
      const named = relative(source, target);
      return (
        layerOf(target) !== layer &&
        !allowed.some((entry) => named === entry || named.startsWith(`${entry}/`))
      );
    });
    expect(broken.map(describeImport)).toEqual([]);
  });

  it("is kept by every import of a package", () => {
    const broken = imports.filter(
      ({ from, to }) =>
        !to.startsWith(".") && !(packages[layerOf(from)] ?? []).some((pattern) => pattern.test(to)),
    );
    expect(broken.map(describeImport)).toEqual([]);
  });

  it("keeps the client apart from the server", () => {
    const broken = filesBelow(join(root, "client"))
      .flatMap(importsOf)
      .filter(
        ({ from, to }) => to.startsWith(".") && !resolve(dirname(from), to).startsWith(join(root, "client")),
      );
    expect(broken.map(describeImport)).toEqual([]);
  });
});

it("has no import cycles", () => {
  const edges = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (typeOnly || !to.startsWith(".")) continue;
    edges.set(from, [...(edges.get(from) ?? []), resolve(dirname(from), to)]);
  }
  expect(findCycle(edges)?.map((file) => relative(source, file))).toBeUndefined();
});

it("names every relative import with its ending", () => {
  expect(
    imports.filter(({ to }) => to.startsWith(".") && !/\.(ts|json)$/.test(to)).map(describeImport),
  ).toEqual([]);
});

it("begins every file with a sentence that says its job", () => {
  const bare = [...files, ...filesBelow(join(root, "client")), ...filesBelow(join(root, "test"))].filter(
    (file) => !readFileSync(file, "utf8").startsWith("/**"),
  );
  expect(bare.map((file) => relative(root, file))).toEqual([]);
});

function describeImport({ from, to }: Import): string {
  return `${relative(root, from)} imports ${to}`;
}

/** The first cycle that a depth-first walk meets, or undefined. */
function findCycle(edges: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): readonly string[] | undefined => {
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    if (done.has(file)) return undefined;
    path.push(file);
    for (const next of edges.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(file);
    return undefined;
  };
  for (const file of edges.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return undefined;
}
