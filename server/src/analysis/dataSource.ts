/** Data sources that what is written refers to: the module's own, or one to add. */
import { writeBlock } from "../hcl/write.ts";
import { declarationsOfType, type BlockDeclaration } from "../terraform/module.ts";
import { repetitionOf } from "../terraform/moduleReferences.ts";
import type { ModuleView } from "./moduleView.ts";
import { providerOf } from "./provider.ts";

/** A data source to refer to, and the block to add where the module has none. */
interface DataSource {
  readonly address: string;
  readonly missingBlock: string | undefined;
}

/**
 * The module's own data source of the type, or a new one. With a provider's alias only one that has the same will do:
 * another may speak of another account.
 */
export function dataSource(view: ModuleView, type: string, name: string, provider?: string): DataSource {
  const known = declarationsOfType(view.module, "data", type).find(
    (declaration) => providerOf(declaration) === provider && !isRepeated(declaration),
  );
  if (known) return { address: known.address, missingBlock: undefined };
  const free = freeName(view, `data.${type}.`, name);
  const items =
    provider === undefined ? [] : [{ key: "provider", value: { kind: "text", text: provider } } as const];
  return { address: `data.${type}.${free}`, missingBlock: writeBlock(`data "${type}" "${free}"`, items) };
}

export function isRepeated({ block }: BlockDeclaration): boolean {
  return repetitionOf(block) !== undefined;
}

/** The name, or the name with the first number that makes the address a new one. */
export function freeName(view: ModuleView, prefix: string, name: string): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}_${number}`;
    if (!view.module.byAddress.has(prefix + candidate)) return candidate;
  }
}
