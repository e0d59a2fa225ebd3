/** What new text has to do with: what it declares and refers to, and the roles whose name stands in it. */
import { createModule } from "../../terraform/module.ts";
import { declarationReferences } from "../../terraform/moduleReferences.ts";
import { parseFile } from "../../terraform/parseFile.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { rolesNamedIn } from "./namedRoles.ts";

interface Mentions {
  /** What the module declares already. */
  readonly declared: readonly string[];
  readonly referred: readonly string[];
}

/** Addresses that the module has; `text` is whole items of a file. */
export function mentionedIn(snapshot: Snapshot, uri: string, text: string): Mentions {
  const { byAddress } = snapshot.module;
  const { declarations } = createModule("", [{ uri, syntax: parseFile(uri, text) }]);
  const referred = declarations.flatMap((declaration) =>
    declarationReferences(declaration).map(({ reference }) => reference.address),
  );
  return {
    declared: declarations.map(({ address }) => address).filter((address) => byAddress.has(address)),
    referred: [...referred.filter((address) => byAddress.has(address)), ...rolesNamedIn(snapshot, text)],
  };
}
