/** Which files of a folder belong to its module. https://developer.hashicorp.com/terraform/language/files */

/** Bounds for what is read from disk; what exceeds them is left out and said in the log. */
export const limits = { filesPerFolder: 400, bytesPerFile: 4_000_000 } as const;

const endings = [".tf", ".tofu"] as const;

export function isModuleFile(name: string): boolean {
  return !isIgnored(name) && endings.some((ending) => name.endsWith(ending));
}

/**
 * The names that make up the module, sorted as Terraform reads them. A `.tofu` file replaces the `.tf` file of the
 * same name: https://opentofu.org/docs/language/files/
 */
export function moduleFileNames(names: readonly string[]): readonly string[] {
  const all = new Set(names.filter(isModuleFile));
  return [...all].filter((name) => !(name.endsWith(".tf") && all.has(name.replace(/\.tf$/, ".tofu")))).sort();
}

/** Terraform's JSON syntax, which is not read here: what such files declare is not known. */
export function isJsonModuleFile(name: string): boolean {
  return !isIgnored(name) && endings.some((ending) => name.endsWith(`${ending}.json`));
}

/** A file whose blocks change what other files declare. https://developer.hashicorp.com/terraform/language/files/override */
export function isOverrideFile(name: string): boolean {
  return /(^|_)override\.(tf|tofu)$/.test(name);
}

/** Terraform skips hidden files and editors' backups. */
function isIgnored(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"));
}
