/** `unknown-reference`: a reference to something that the module does not declare. */
import { nearest, slips } from "../../base/nearest.ts";
import { familyType } from "../../spacelift/family.ts";
import type { Module } from "../../terraform/module.ts";
import {
  declarationReferences,
  moduleReferences,
  type PlacedReference,
} from "../../terraform/moduleReferences.ts";
import type { Reference } from "../../terraform/references.ts";
import { isWhollyReadable } from "../damage.ts";
import { fixIn, replace } from "../edits.ts";
import { inFile, type ModuleView } from "../moduleView.ts";
import { trustScope } from "../trustScope.ts";
import { defineRule, type Report } from "./rule.ts";

interface Fact extends PlacedReference {
  /** The declared address that was most likely meant. */
  readonly meant: string | undefined;
}

export const unknownReference = defineRule<Fact>({
  code: "unknown-reference",
  severity: "error",
  summary: "A reference to something that the module does not declare.",
  find: (view) =>
    isWhollyReadable(view.module)
      ? undeclaredReferences(view)
          .filter(({ reference }) => !isMisspeltWhereDeclared(view.module, reference))
          .map((placed) => ({ ...placed, meant: meantBy(view.module, placed.reference) }))
      : [],
  tell,
  fix: ({ file, reference, meant }) =>
    meant === undefined ? [] : [fixIn(file, `Change to ${meant}`, [replace(reference.addressSpan, meant)])],
});

/** References inside what decides about Spacelift's access, and references to the family anywhere. */
function undeclaredReferences(view: ModuleView): readonly PlacedReference[] {
  const undeclared = moduleReferences(view.module).filter(({ reference }) =>
    isUndeclared(view.module, reference),
  );
  if (undeclared.length === 0) return [];
  const inScope = new Set(trustScope(view).flatMap(declarationReferences));
  return undeclared.filter((placed) => inScope.has(placed) || isToFamily(placed.reference));
}

function isToFamily({ kind, type }: Reference): boolean {
  if (kind !== "resource" && kind !== "data") return false;
  return familyType("resource", type) !== undefined || familyType("data", type) !== undefined;
}

function isUndeclared(module: Module, reference: Reference): boolean {
  const { kind, address } = reference;
  switch (kind) {
    case "resource":
    case "data":
    case "variable":
    case "local":
    case "module":
      return !module.byAddress.has(address) && reference.name !== "";
    default:
      return false;
  }
}

/** The type of the declaration is the mistake then, and another rule tells it. */
function isMisspeltWhereDeclared(module: Module, reference: Reference): boolean {
  return (
    isToFamily(reference) &&
    module.declarations.some(
      ({ kind, type, name }) =>
        kind === reference.kind && name === reference.name && slips(type, reference.type) <= 2,
    )
  );
}

const identifier = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;

function meantBy(module: Module, { kind, address, type, name }: Reference): string | undefined {
  const declared = [...module.byAddress.values()]
    .flatMap(([first]) => (first ? [first] : []))
    .filter((item) => identifier.test(item.name));
  const alike = declared.filter((item) => item.kind === kind && item.type === type);
  const near = nearest(
    name,
    alike.map((item) => item.name),
  );
  const byName = alike.find((item) => item.name === near);
  if (byName) return byName.address;
  if (kind !== "resource" && kind !== "data") return undefined;
  const otherMode = declared.find((item) => item.kind !== kind && item.type === type && item.name === name);
  if (otherMode) return otherMode.address;
  const [only, ...others] = alike;
  if (only && others.length === 0) return only.address;
  return nearest(
    address,
    declared.filter((item) => item.kind === kind).map((item) => item.address),
    2,
  );
}

const nouns: Readonly<Partial<Record<Reference["kind"], string>>> = {
  resource: "resource",
  data: "data source",
  variable: "variable",
  local: "local value",
  module: "module",
};

function tell({ file, reference, meant }: Fact): Report {
  const { kind, address } = reference;
  return {
    location: inFile({ file }, reference.addressSpan),
    message:
      `This module declares no ${nouns[kind] ?? kind} ${address}, so Terraform refuses to plan. ` +
      (meant === undefined ? "Declare it, or refer to one that exists." : `Did you mean ${meant}?`),
  };
}
