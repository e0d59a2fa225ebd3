/** What a module about Spacelift declares, searched by address. */
import type { Location } from "../base/location.ts";
import type { Declaration, DeclarationKind } from "../terraform/module.ts";
import { concernsSpacelift, type Snapshot } from "../workspace/snapshot.ts";
import { nameOf } from "../workspace/uris.ts";
import type { SymbolKind } from "./documentSymbols.ts";
import { labelText } from "./navigation/spans.ts";

interface WorkspaceSymbol {
  /** The address, as expressions write it. */
  readonly name: string;
  readonly kind: SymbolKind;
  readonly location: Location;
  /** The folder and the file. */
  readonly container: string;
}

/** Nothing where another Terraform extension lists the same. */
export function workspaceSymbols(snapshot: Snapshot, query: string): readonly WorkspaceSymbol[] {
  const { module, besideTerraformExtension } = snapshot;
  if (besideTerraformExtension || !concernsSpacelift(module)) return [];
  return module.declarations
    .filter(({ address }) => matches(address, query))
    .flatMap((declaration) => symbolOf(declaration, module.uri) ?? []);
}

function symbolOf(declaration: Declaration, folder: string): WorkspaceSymbol | undefined {
  const { address, kind, name, nameNode, file } = declaration;
  if (!nameNode || name === "" || kind === "terraform") return undefined;
  return {
    name: address,
    kind: symbolKinds[kind],
    location: { uri: file.uri, span: labelText(nameNode) },
    container: `${nameOf(folder)}/${nameOf(file.uri)}`,
  };
}

const symbolKinds: Readonly<Record<Exclude<DeclarationKind, "terraform">, SymbolKind>> = {
  resource: "resource",
  data: "data",
  ephemeral: "data",
  variable: "variable",
  local: "variable",
  output: "output",
  module: "module",
  provider: "provider",
};

/** The query's characters in their order, others between them, letter case aside: what editors filter by as well. */
function matches(address: string, query: string): boolean {
  const text = address.toLowerCase();
  let at = 0;
  for (const character of query.toLowerCase()) {
    if (/\s/.test(character)) continue;
    const found = text.indexOf(character, at);
    if (found < 0) return false;
    at = found + character.length;
  }
  return true;
}
