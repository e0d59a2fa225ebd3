/** Roles that text names. */
import { viewsOf } from "../../analysis/moduleView.ts";
import { attributeOf } from "../../terraform/block.ts";
import { declarationsOfType } from "../../terraform/module.ts";
import { asKnownString } from "../../terraform/value.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { templateInside } from "../trustPolicy/roleName.ts";

/** The addresses of the roles whose name stands in the text: the name itself, or what it is written as. */
export function rolesNamedIn(snapshot: Snapshot, text: string): readonly string[] {
  const names = roleNames(snapshot);
  const words = [...text.matchAll(/[\w+=,.@-]+/g)].map(([word]) => word);
  const inArns = [...text.matchAll(/:role\/(?:[^/"${}]+\/)*([^"\n]+)"/g)].map(([, name = ""]) => name);
  return [...words, ...inArns].flatMap((name) => names.get(name) ?? []);
}

const known = new WeakMap<Snapshot, ReadonlyMap<string, readonly string[]>>();

function roleNames(snapshot: Snapshot): ReadonlyMap<string, readonly string[]> {
  const found = known.get(snapshot);
  if (found) return found;
  const names = new Map<string, string[]>();
  for (const view of viewsOf(snapshot)) {
    for (const { address, block, file } of declarationsOfType(view.module, "resource", "aws_iam_role")) {
      const name = attributeOf(block, "name");
      if (!name) continue;
      for (const key of [asKnownString(view.evaluate(name.value, file)), templateInside(name.value, file)]) {
        if (key !== undefined) names.set(key, [...(names.get(key) ?? []), address]);
      }
    }
  }
  known.set(snapshot, names);
  return names;
}
