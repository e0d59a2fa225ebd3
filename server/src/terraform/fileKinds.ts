/** What Terraform takes a file of a folder for, by its name or the end of its URI. */

/** Terraform's JSON syntax, in modules and in files of values. */
export function isJsonFile(name: string): boolean {
  return name.endsWith(".json");
}

/** A file whose blocks change what other files declare. https://developer.hashicorp.com/terraform/language/files/override */
export function isOverrideFile(name: string): boolean {
  return /(^|[/_])override\.(tf|tofu)(\.json)?$/.test(name);
}

/**
 * A file of values for the variables of a root module that is read without being asked for.
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
 */
export function isVariablesFile(name: string): boolean {
  return /(^|\/)terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name);
}

/** The versions of providers that were chosen. https://developer.hashicorp.com/terraform/language/files/dependency-lock */
export const lockFileName = ".terraform.lock.hcl";
