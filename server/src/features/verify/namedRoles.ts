/** Roles that text names. */
import { viewsOf } from "../../analysis/moduleView.ts";
import { attributeOf } from "../../terraform/block.ts";
import { declarationsOfType } from "../../terraform/module.ts";
import { asKnownString } from "../../terraform/value.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

/** The addresses of the roles whose name stands in the text, as far as names are known. */
export function rolesNamedIn(snapshot: Snapshot, text: string): readonly string[] {
  const names = roleNames(snapshot);
  return [...text.matchAll(/[\w+=,.@-]+/g)].flatMap(([word]) => names.get(word) ?? []);
}

const known = new WeakMap<Snapshot, ReadonlyMap<string, readonly string[]>>();

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
