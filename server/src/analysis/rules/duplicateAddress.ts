/** `duplicate-address`: the same address is declared twice in one module. */
import { isOverride, type Declaration } from "../../terraform/module.ts";
import { hasMergeMarkers } from "../damage.ts";
import { headerOf, inFile } from "../moduleView.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly first: Declaration;
  readonly again: Declaration;
}

/** A module may have many of these; providers are told apart by their alias. */
const repeatable: ReadonlySet<Declaration["kind"]> = new Set(["provider", "terraform"]);

export const duplicateAddress = defineRule<Fact>({
  code: "duplicate-address",
  severity: "error",
  summary: "The same address is declared twice in one module.",
  find: ({ module }) =>
    [...module.byAddress.values()].flatMap((declarations) => {
      const [first, ...others] = declarations.filter(counts);
      return first ? others.map((again) => ({ first, again })) : [];
    }),
  tell,
});

/** Override files change what other files declare. https://developer.hashicorp.com/terraform/language/files/override */
function counts(declaration: Declaration): boolean {
  const { kind, name, file, nameNode } = declaration;
  if (hasMergeMarkers(file) || isOverride(declaration)) return false;
  return !repeatable.has(kind) && nameNode !== undefined && name !== "";
}

function tell({ first, again }: Fact): Report {
  return {
    location: placeOf(again),
    message:
      `${again.address} is declared twice in this module, which Terraform refuses. ` +
      "Rename one of the two, or remove it.",
    related: [{ location: placeOf(first), message: "It is first declared here." }],
  };
}

function placeOf(declaration: Declaration): Report["location"] {
  if (declaration.nameNode) return inFile(declaration, declaration.nameNode);
  return inFile(
    declaration,
    declaration.kind === "local" ? declaration.attribute.name : headerOf(declaration.block),
  );
}
