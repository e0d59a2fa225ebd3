/** What new text has to do with: what it declares and refers to, and the roles whose name stands in it. */
import { viewsOf } from "../../analysis/moduleView.ts";
import { attributeOf } from "../../terraform/block.ts";
import { createModule, declarationsOfType } from "../../terraform/module.ts";
import { declarationReferences } from "../../terraform/moduleReferences.ts";
import { parseFile } from "../../terraform/parseFile.ts";
import { asKnownString } from "../../terraform/value.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

export interface Mentions {
  /** What the module declares already. */
  readonly declared: readonly string[];
  readonly referred: readonly string[];
}

/** Addresses that the module has; `text` is whole items of a file. */
export function mentionedIn(snapshot: Snapshot, uri: string, text: string): Mentions {
  const { byAddress } = snapshot.module;
  const { declarations } = createModule("", [{ uri, syntax: parseFile(uri, text) }]);
  const names = roleNames(snapshot);
  const roles = [...text.matchAll(/[\w+=,.@-]+/g)].flatMap(([word]) => names.get(word) ?? []);
  const referred = declarations.flatMap((declaration) =>
    declarationReferences(declaration).map(({ reference }) => reference.address),
  );
  return {
    declared: declarations.map(({ address }) => address).filter((address) => byAddress.has(address)),
    referred: [...referred.filter((address) => byAddress.has(address)), ...roles],
  };
}

const known = new WeakMap<Snapshot, ReadonlyMap<string, readonly string[]>>();

/** The addresses of roles by their names, as far as these are known. */
function roleNames(snapshot: Snapshot): ReadonlyMap<string, readonly string[]> {
  const found = known.get(snapshot);
  if (found) return found;
  const names = new Map<string, string[]>();
  for (const view of viewsOf(snapshot)) {
    for (const { address, block, file } of declarationsOfType(view.module, "resource", "aws_iam_role")) {
      const attribute = attributeOf(block, "name");
      const name = attribute && asKnownString(view.evaluate(attribute.value, file));
      if (name !== undefined) names.set(name, [...(names.get(name) ?? []), address]);
    }
  }
  known.set(snapshot, names);
  return names;
}
