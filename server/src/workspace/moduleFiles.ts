/** Which files of a folder belong to its module. https://developer.hashicorp.com/terraform/language/files */
import { isVariablesFile, lockFileName } from "../terraform/fileKinds.ts";
import { noReads } from "../terraform/reads.ts";
import { createModule, type Module, type ModuleFile } from "../terraform/module.ts";
import { nameOf } from "./uris.ts";

/** Bounds for what is read from disk; what exceeds them is left out and said in the log. */
export const limits = { filesPerFolder: 400, bytesPerFile: 4_000_000 } as const;

const endings = [".tf", ".tofu", ".tf.json", ".tofu.json"] as const;

export function isModuleFile(name: string): boolean {
  return !isIgnored(name) && endings.some((ending) => name.endsWith(ending));
}

/** A file that counts in its folder although it declares nothing. */
export function isCompanionFile(name: string): boolean {
  return name === lockFileName || (isVariablesFile(name) && !isIgnored(name));
}

/** A file that modules may read as text, but that is none of theirs. */
export function isOtherText(name: string): boolean {
  return /\.(?:json|tftpl|tpl)$/.test(name) && !isModuleFile(name) && !isCompanionFile(name);
}

/**
 * The names that make up the module, sorted as Terraform reads them. A `.tofu` file replaces the `.tf` file of the
 * same name: https://opentofu.org/docs/language/files/
 */
export function moduleFileNames(names: readonly string[]): readonly string[] {
  const all = new Set(names.filter(isModuleFile));
  return [...all]
    .filter((name) => !all.has(name.replace(/\.tf(\.json)?$/, ".tofu$1")) || isTofu(name))
    .sort();
}

function isTofu(name: string): boolean {
  return /\.tofu(\.json)?$/.test(name);
}

/** Terraform skips hidden files and editors' backups. */
function isIgnored(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"));
}

/** The module of a folder from all its files that count. */
export function moduleFrom(folder: string, files: readonly ModuleFile[], complete = true): Module {
  const byName = new Map(files.map((file) => [nameOf(file.uri), file]));
  const own = moduleFileNames([...byName.keys()]).flatMap((name) => byName.get(name) ?? []);
  return createModule(folder, own, complete, {
    variableFiles: variableFiles([...byName.values()]),
    lockFile: byName.get(lockFileName),
    reads: noReads,
  });
}

/** Terraform takes those that every module may have first, and the others by their names. */
function variableFiles(files: readonly ModuleFile[]): readonly ModuleFile[] {
  return files
    .filter(({ uri }) => isVariablesFile(nameOf(uri)))
    .sort((a, b) => rank(a) - rank(b) || byNames(a, b));
}

function rank({ uri }: ModuleFile): number {
  const name = nameOf(uri);
  if (name === "terraform.tfvars") return 0;
  return name === "terraform.tfvars.json" ? 1 : 2;
}

function byNames(a: ModuleFile, b: ModuleFile): number {
  return nameOf(a.uri) < nameOf(b.uri) ? -1 : 1;
}
