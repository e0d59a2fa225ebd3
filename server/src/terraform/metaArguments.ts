/**
 * What Terraform itself understands inside a resource or data block, whatever its type: no schema lists it.
 * https://developer.hashicorp.com/terraform/language/meta-arguments
 */

/** `resource "t" "n" {}` or `data "t" "n" {}`. */
type ResourceMode = "resource" | "data";

const metaAttributes: Readonly<Record<ResourceMode, ReadonlySet<string>>> = {
  resource: new Set(["count", "for_each", "provider", "depends_on"]),
  data: new Set(["count", "for_each", "provider", "depends_on"]),
};

/** `_` holds arguments of the type that are called like a meta-argument. */
const metaBlocks: Readonly<Record<ResourceMode, ReadonlySet<string>>> = {
  resource: new Set(["lifecycle", "connection", "provisioner", "_"]),
  data: new Set(["lifecycle", "_"]),
};

export function isMetaAttribute(mode: ResourceMode, name: string): boolean {
  return metaAttributes[mode].has(name);
}

export function isMetaBlock(mode: ResourceMode, type: string): boolean {
  return metaBlocks[mode].has(type);
}
