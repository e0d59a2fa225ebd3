/**
 * What `data.aws_iam_policy_document` renders.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
import type { Location } from "../../base/location.ts";
import { symbolic, type SymbolicString } from "../../iam/symbolic.ts";
import type { ObjectEntry, UnknownValue, Value } from "../../iam/value.ts";
import { attributesOf } from "../../terraform/block.ts";
import { expandBlocks, isUnknown, type BoundBody } from "../../terraform/dynamicBlocks.ts";
import type { BlockDeclaration } from "../../terraform/module.ts";
import type { Value as ModuleValue } from "../../terraform/value.ts";
import type { SymbolAddress } from "./address.ts";
import { instanceAt } from "./blockValue.ts";
import { mergeStatements } from "./mergeStatements.ts";
import type { PolicyReader } from "./reader.ts";
import { readJson, unknown } from "./readValue.ts";

/** Undefined where the instance that the address names is not known, or where an override file changes it. */
export function renderDocument(
  reader: PolicyReader,
  declaration: BlockDeclaration,
  { step }: SymbolAddress,
): Value | undefined {
  const instance = instanceAt(reader.view, declaration, step);
  const isOverridden = (reader.view.module.byAddress.get(declaration.address) ?? []).length > 1;
  if (!instance || isOverridden) return undefined;
  const { block, file } = declaration;
  const outer: BoundBody = { body: block.body, file, names: instance.names, block };
  const own = expandBlocks(reader.view, outer, "statement").map((statement) =>
    isUnknown(statement)
      ? unknown(statement.reason, statement.origins[0])
      : renderStatement(reader, statement),
  );
  const origin = locationOf(outer);
  const documents = (name: string): readonly Value[] => documentsIn(reader, outer, name);
  const sources = [...documents("source_json"), ...documents("source_policy_documents")];
  const overrides = [...documents("override_policy_documents"), ...documents("override_json")];
  const version = valueOf(reader, outer, "version");
  return object(
    [
      entry("Version", version ?? string(symbolic`2012-10-17`, undefined)),
      ...optional("Id", valueOf(reader, outer, "policy_id")),
      entry("Statement", list(mergeStatements(sources, own, overrides), undefined)),
    ],
    origin,
  );
}

/** Each document's own value. `source_json` and `override_json` are one each, in older providers. */
function documentsIn(reader: PolicyReader, outer: BoundBody, name: string): readonly Value[] {
  const value = moduleValue(reader, outer, name);
  if (value === undefined || value.kind === "null") return [];
  if (value.kind === "list" || value.kind === "set" || value.kind === "tuple") {
    return value.elements.map((text) => readJson(reader, text, "Terraform"));
  }
  return [readJson(reader, value, "Terraform")];
}

function renderStatement(reader: PolicyReader, statement: BoundBody): Value {
  return object(
    [
      ...optional("Sid", valueOf(reader, statement, "sid")),
      entry("Effect", valueOf(reader, statement, "effect") ?? string(symbolic`Allow`, undefined)),
      ...collapsed("Action", valueOf(reader, statement, "actions")),
      ...collapsed("NotAction", valueOf(reader, statement, "not_actions")),
      ...collapsed("Resource", valueOf(reader, statement, "resources")),
      ...collapsed("NotResource", valueOf(reader, statement, "not_resources")),
      ...renderPrincipals(reader, statement, "principals", "Principal"),
      ...renderPrincipals(reader, statement, "not_principals", "NotPrincipal"),
      ...renderConditions(reader, statement),
    ],
    locationOf(statement),
  );
}

interface Part {
  readonly key: Value;
  readonly values: readonly Value[];
}

/** Identifiers of the same type come together; `*` of type `*` is `"*"` alone. */
function renderPrincipals(
  reader: PolicyReader,
  statement: BoundBody,
  type: string,
  element: string,
): readonly ObjectEntry[] {
  const parts = expandBlocks(reader.view, statement, type).map((block) =>
    isUnknown(block) ? unknown(block.reason, block.origins[0]) : part(reader, block, "type", "identifiers"),
  );
  if (parts.length === 0) return [];
  const open = parts.find(isOpen);
  if (open) return [entry(element, open)];
  const merged = mergeParts(parts.filter((each): each is Part => !isOpen(each)));
  const [only, ...others] = merged;
  if (only && others.length === 0 && textOf(only.key) === "*") {
    const [first, ...rest] = only.values;
    if (first && rest.length === 0 && textOf(first) === "*") return [entry(element, first)];
  }
  return [entry(element, object(merged.map(entryOf), undefined))];
}

/** Values under the same operator and key come together, although they stand in blocks of their own. */
function renderConditions(reader: PolicyReader, statement: BoundBody): readonly ObjectEntry[] {
  const conditions = expandBlocks(reader.view, statement, "condition").map((block) =>
    isUnknown(block) ? unknown(block.reason, block.origins[0]) : conditionIn(reader, block),
  );
  if (conditions.length === 0) return [];
  const open = conditions.find(isOpen);
  if (open) return [entry("Condition", open)];
  const known = conditions.filter((each): each is Test => !isOpen(each));
  const operators = groupBy(known, ({ test }) => textOf(test) ?? "").map((group) => ({
    key: keyText(group[0].test),
    keyOrigin: group[0].test.origin,
    value: object(mergeParts(group).map(entryOf), undefined),
  }));
  return [entry("Condition", object(operators, undefined))];
}

interface Test extends Part {
  readonly test: Value;
}

function conditionIn(reader: PolicyReader, block: BoundBody): Test | UnknownValue {
  const test = known(reader, block, "test");
  const rest = part(reader, block, "variable", "values");
  if (isOpen(test)) return test;
  return isOpen(rest) ? rest : { ...rest, test };
}

/** A block's key with its list of values; unknown where either is not there or not known. */
function part(reader: PolicyReader, block: BoundBody, name: string, listName: string): Part | UnknownValue {
  const key = known(reader, block, name);
  const values = valueOf(reader, block, listName) ?? incomplete(block);
  if (isOpen(key)) return key;
  const items = values.kind === "list" ? values.items : [values];
  return { key, values: items.map(withVariables) };
}

/** The text that a block cannot be without. */
function known(reader: PolicyReader, block: BoundBody, name: string): Value {
  const value = valueOf(reader, block, name);
  return value?.kind === "string" || value?.kind === "unknown" ? value : incomplete(block);
}

function incomplete(block: BoundBody): UnknownValue {
  return { kind: "unknown", reason: "the block is not complete", origin: locationOf(block) };
}

function isOpen(value: Part | Value): value is UnknownValue {
  return "kind" in value && value.kind === "unknown";
}

function mergeParts(parts: readonly Part[]): readonly Part[] {
  return groupBy(parts, ({ key }) => textOf(key) ?? JSON.stringify(key)).map((group) => ({
    key: group[0].key,
    values: group.flatMap(({ values }) => values),
  }));
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [Item, ...Item[]])[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

/** `&{name}` stands for the policy variable `${name}`, so that Terraform leaves it alone. */
function withVariables(value: Value): Value {
  if (value.kind !== "string") return value;
  const text = value.value.map((segment) =>
    segment.kind === "text" ? { ...segment, text: segment.text.replaceAll("&{", "${") } : segment,
  );
  return { ...value, value: text };
}

/** A list of one becomes its item, and an empty one is left out. */
function collapsed(name: string, value: Value | undefined): readonly ObjectEntry[] {
  if (value === undefined || value.kind === "null") return [];
  if (value.kind !== "list") return [entry(name, value)];
  return value.items.length === 0 ? [] : [entry(name, oneOrList(value.items))];
}

function entryOf({ key, values }: Part): ObjectEntry {
  return { key: keyText(key), keyOrigin: key.origin, value: oneOrList(values) };
}

function oneOrList(items: readonly Value[]): Value {
  const [first, ...rest] = items;
  return first !== undefined && rest.length === 0 && first.kind !== "unknown"
    ? first
    : list(items, undefined);
}

function keyText(value: Value): SymbolicString {
  return value.kind === "string" ? value.value : [];
}

function textOf(value: Value): string | undefined {
  const [first, ...rest] = keyText(value);
  return first?.kind === "text" && rest.length === 0 ? first.text : undefined;
}

function valueOf(reader: PolicyReader, body: BoundBody, name: string): Value | undefined {
  const value = moduleValue(reader, body, name);
  return value === undefined || value.kind === "null" ? undefined : reader.value(value);
}

function moduleValue(
  { view }: PolicyReader,
  { body, file, names }: BoundBody,
  name: string,
): ModuleValue | undefined {
  const found = attributesOf(body).find((attribute) => attribute.name.name === name);
  return found && view.evaluate(found.value, file, names);
}

function optional(name: string, value: Value | undefined): readonly ObjectEntry[] {
  const isBlank = value === undefined || (value.kind === "string" && value.value.length === 0);
  return isBlank ? [] : [entry(name, value)];
}

function locationOf({ file, block }: BoundBody): Location {
  const end = block.labels.at(-1)?.end ?? block.type.end;
  return {
    uri: file.uri,
    span: { start: block.type.start, end },
  };
}

function list(items: readonly Value[], origin: Location | undefined): Value {
  return { kind: "list", items, origin };
}

function object(entries: readonly ObjectEntry[], origin: Location | undefined): Value {
  return { kind: "object", entries, origin };
}

function string(value: SymbolicString, origin: Location | undefined): Value {
  return { kind: "string", value, origin };
}

function entry(key: string, value: Value): ObjectEntry {
  return { key: symbolic`${key}`, keyOrigin: value.origin, value };
}
