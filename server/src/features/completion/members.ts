/** What may follow the dot of a half-written reference: names of that type, and attributes of what is named. */
import type { ModuleView } from "../../analysis/moduleView.ts";
import { familyType } from "../../spacelift/family.ts";
import { attributeExplanation } from "../../spacelift/docs.ts";
import { referableAttributes } from "../../spacelift/references.ts";
import { attributeNamed, typeName, type ValueType } from "../../spacelift/schema.ts";
import { declarationOf, type Declaration, type Module } from "../../terraform/module.ts";
import { repetitionOf } from "../../terraform/moduleReferences.ts";
import type { CompletionItem } from "../completionItem.ts";
import type { CompletionContext } from "./context.ts";
import type { Expectation } from "./expectation.ts";
import { indexInto } from "./instanceIndex.ts";
import type { ValuePlace } from "./place.ts";
import { referenceFits } from "./referenceFits.ts";
import { fitLabel, fitSnippet } from "./values.ts";

type Member = Pick<CompletionItem, "label" | "kind" | "detail" | "documentation" | "snippet" | "rank">;

/** Members that fit come first; beside another extension, which shows all members too, they come alone. */
export function memberItems(
  context: CompletionContext,
  place: ValuePlace,
  expected: Expectation | undefined,
): readonly CompletionItem[] {
  if (!place.chain) return [];
  const { target, member } = place.chain;
  const fits = expected?.attribute.refersTo ? fittingMembers(context.view, place, target, expected) : [];
  const others = context.plain || fits.length === 0 ? membersOf(context.module, target, place) : [];
  const labels = new Set(fits.map(({ label }) => label));
  return [...fits, ...others.filter(({ label }) => !labels.has(label))].map((item) => ({
    ...item,
    replace: member,
  }));
}

function fittingMembers(
  view: ModuleView,
  place: ValuePlace,
  target: string,
  { attribute }: Expectation,
): readonly Member[] {
  if (!attribute.refersTo) return [];
  const prefix = `${target}.`;
  return referenceFits(view, attribute.refersTo, place.blocks[0])
    .filter((fit) => fitLabel(fit).startsWith(prefix) && fitSnippet(fit).startsWith(prefix))
    .map((fit, rank) => ({
      kind: "reference",
      label: fitLabel(fit).slice(prefix.length),
      detail: fit.detail,
      documentation: "",
      snippet: fitSnippet(fit).slice(prefix.length),
      rank,
    }));
}

function membersOf(module: Module, target: string, place: ValuePlace): readonly Member[] {
  const words = target.replace(/\[[^[\]]*\]|\.\*|\.\d+(?=\.|$)/g, "").split(".");
  const [root = "", first, second, third, ...more] = words;
  if (more.length > 0) return [];
  if (root === "data") {
    if (first === undefined) return dataTypes(module);
    return resourceMembers(module, "data", first, second, third, place);
  }
  if (third !== undefined) return [];
  const single = first === undefined ? singleRoot(module, root) : [];
  return single.length > 0 ? single : resourceMembers(module, "resource", root, first, second, place);
}

function singleRoot(module: Module, root: string): readonly Member[] {
  switch (root) {
    case "local":
    case "module":
      return named(module.declarations.filter(({ kind }) => kind === root));
    case "var":
      return named(module.declarations.filter(({ kind }) => kind === "variable"));
    case "each":
      return [
        plainMember("key", "key of this instance", 100),
        plainMember("value", "value of this instance", 101),
      ];
    case "count":
      return [plainMember("index", "number of this instance, from 0", 100)];
    default:
      return [];
  }
}

function named(declarations: readonly Declaration[]): readonly Member[] {
  const names = new Set(declarations.map(({ name }) => name).filter((name) => name !== ""));
  return [...names].map((name, index) => plainMember(name, "", 100 + index));
}

function plainMember(label: string, detail: string, rank: number): Member {
  return { kind: "reference", label, detail, documentation: "", snippet: label, rank };
}

function dataTypes(module: Module): readonly Member[] {
  const types = new Set(module.declarations.filter(({ kind }) => kind === "data").map(({ type }) => type));
  return [...types]
    .filter((type) => type !== "")
    .map((type, index) => ({ ...plainMember(type, "data source", 100 + index), snippet: `${type}.` }));
}

function resourceMembers(
  module: Module,
  mode: "resource" | "data",
  type: string,
  name: string | undefined,
  attribute: string | undefined,
  place: ValuePlace,
): readonly Member[] {
  if (name === undefined) return instances(module, mode, type, place);
  if (attribute !== undefined) return nestedAttributes(mode, type, attribute);
  const declaration = declarationOf(module, `${mode === "data" ? "data." : ""}${type}.${name}`);
  const isMany = declaration && declaration.kind !== "local" && repetitionOf(declaration.block) !== undefined;
  if (isMany && !place.chain?.target.endsWith("]")) return [];
  return attributesOfType(mode, type);
}

function instances(
  module: Module,
  mode: "resource" | "data",
  type: string,
  { blocks }: ValuePlace,
): readonly Member[] {
  const [from] = blocks;
  return module.declarations.flatMap((declaration, order) => {
    if (declaration.kind !== mode || declaration.type !== type || declaration.name === "") return [];
    if (declaration.block === from) return [];
    const index = indexInto(declaration, from);
    const label = declaration.name + index.label;
    return [{ ...plainMember(label, type, 100 + order), snippet: declaration.name + index.snippet }];
  });
}

function attributesOfType(mode: "resource" | "data", type: string): readonly Member[] {
  const schema = familyType(mode, type);
  return (referableAttributes(mode, type)?.names ?? []).map((name, index) => {
    const attribute = schema && attributeNamed(schema, name);
    return {
      ...plainMember(name, attribute ? typeName(attribute.type) : type, 100 + index),
      kind: "attribute",
      documentation: attribute ? attributeExplanation(attribute) : "",
    };
  });
}

/** `data.spacelift_aws_integrations.x.integrations[0].` */
function nestedAttributes(mode: "resource" | "data", type: string, name: string): readonly Member[] {
  const schema = familyType(mode, type);
  const attribute = schema && attributeNamed(schema, name);
  return membersOfType(attribute?.type).map((member, index) => ({
    ...plainMember(member.name, typeName(member.type), 100 + index),
    kind: "attribute",
    documentation: attributeExplanation(member),
  }));
}

function membersOfType(type: ValueType | undefined): (ValueType & { kind: "object" })["attributes"] {
  switch (type?.kind) {
    case "object":
      return type.attributes;
    case "list":
    case "set":
      return membersOfType(type.of);
    default:
      return [];
  }
}
