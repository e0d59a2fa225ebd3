/** The provider that a block says it is of: https://developer.hashicorp.com/terraform/language/meta-arguments/resource-provider */
import { textOf } from "../base/span.ts";
import { attributeOf } from "../terraform/block.ts";
import type { BlockDeclaration } from "../terraform/module.ts";

/** The text of the `provider` meta-argument; undefined for the provider that a block has without a word about it. */
export function providerOf({ block, file }: Pick<BlockDeclaration, "block" | "file">): string | undefined {
  const provider = attributeOf(block, "provider");
  return provider && textOf(file.syntax.text, provider.value);
}
