/** `unknown-type`: a resource or data type that is one slip away from one of the family's. */
import { nearest } from "../../base/nearest.ts";
import type { Label } from "../../hcl/ast.ts";
import { familyType, familyTypes } from "../../spacelift/family.ts";
import { spaceliftTypes } from "../../spacelift/otherTypes.ts";
import type { ResourceMode } from "../../spacelift/schema.ts";
import type { BlockDeclaration } from "../../terraform/module.ts";
import { moduleReferences } from "../../terraform/moduleReferences.ts";
import { fixIn, mergeEdits, replace } from "../edits.ts";
import type { FileEdits, Fix } from "../finding.ts";
import { inFile, type ModuleView } from "../moduleView.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact {
  readonly declaration: BlockDeclaration;
  readonly mode: ResourceMode;
  readonly label: Label;
  readonly meant: Meant;
}

interface Meant {
  readonly mode: ResourceMode;
  readonly type: string;
}

const mostSlips = 2;

export const unknownType = defineRule<Fact>({
  code: "unknown-type",
  severity: "error",
  summary: "A resource or data type that is one slip away from one of Spacelift's AWS integration.",
  find: ({ module }) =>
    module.declarations.flatMap((declaration) => {
      const { kind } = declaration;
      if (kind !== "resource" && kind !== "data") return [];
      const label = declaration.block.labels[0];
      const meant = meantBy(kind, declaration.type);
      return label?.closed !== false && label && meant ? [{ declaration, mode: kind, label, meant }] : [];
    }),
  tell,
  fix,
});

/** The type that was meant, or nothing where the type is right or belongs to somebody else. */
function meantBy(mode: ResourceMode, type: string): Meant | undefined {
  if (familyType(mode, type) || spaceliftTypes[mode].has(type)) return undefined;
  const other = mode === "resource" ? "data" : "resource";
  if (familyType(other, type)) return { mode: other, type };
  const names = familyTypes.filter((schema) => schema.mode === mode).map((schema) => schema.type);
  const name = nearest(type, names, mostSlips);
  return name === undefined ? undefined : { mode, type: name };
}

function tell({ declaration, mode, label, meant }: Fact): Report {
  const what = mode === "data" ? "data source" : "resource";
  const advice =
    meant.mode === mode
      ? `Did you mean ${meant.type}?`
      : `It is a ${mode === "data" ? "resource" : "data source"}: write ${meant.mode} instead of ${mode}.`;
  return {
    location: inFile(declaration, label),
    message: `The provider has no ${what} ${declaration.type}, so Terraform refuses to plan. ${advice}`,
  };
}

/** Renames the type where it is declared and wherever the address is used. */
function fix({ declaration, label, mode, meant }: Fact, view: ModuleView): readonly Fix[] {
  if (meant.mode !== mode) return [];
  const quote = label.quoted ? '"' : "";
  const declared: FileEdits = {
    uri: declaration.file.uri,
    edits: [replace(label, `${quote}${meant.type}${quote}`)],
  };
  const used = moduleReferences(view.module)
    .filter(({ reference }) => reference.address === declaration.address)
    .map(({ reference, file }) => {
      const prefix = mode === "data" ? "data." : "";
      const { start, end } = reference.addressSpan;
      const newText = `${prefix}${meant.type}.${reference.name}`;
      return { uri: file.uri, edits: [replace({ start, end }, newText)] };
    });
  const rename = fixIn(declaration.file, `Rename to ${meant.type}`, []);
  return [{ ...rename, edits: mergeEdits([declared, ...used]) }];
}
