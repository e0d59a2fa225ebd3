/**
 * What `data.aws_iam_policy_document` renders.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
import type { Location } from "../../base/location.ts";
import { mapChoice } from "../../iam/choice.ts";
import { listed } from "../../iam/elements.ts";
import { symbolic, type SymbolicString } from "../../iam/symbolic.ts";
import type { ListValue, ObjectEntry, UnknownValue, Value } from "../../iam/value.ts";
import { attributesOf } from "../../terraform/block.ts";
import { conditionId } from "../../terraform/choice.ts";
import { expandBlocks, isUnknown, type BoundBody, type OpenBlocks } from "../../terraform/dynamicBlocks.ts";
import type { BlockDeclaration } from "../../terraform/module.ts";
import type { Value as ModuleValue } from "../../terraform/value.ts";
import type { SymbolAddress } from "./address.ts";
import { instanceAt } from "./blockValue.ts";
import { mergeStatements } from "./mergeStatements.ts";
import { takenStatements } from "./takenStatements.ts";
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
  const own = expandBlocks(reader.view, outer, "statement").map((block) => renderStatements(reader, block));
  const origin = locationOf(outer);
  const documents = (name: string): readonly Value[] => documentsIn(reader, outer, name);
  const sources = [...documents("source_json"), ...documents("source_policy_documents")];
  const overrides = [...documents("override_policy_documents"), ...documents("override_json")];
  const version = valueOf(reader, outer, "version");
  return object(
    [
      entry("Version", version ?? string(symbolic`2012-10-17`, undefined)),
      ...optional("Id", valueOf(reader, outer, "policy_id")),
      entry("Statement", {
        ...list(
          mergeStatements(sources.map(takenStatements), own, overrides.map(takenStatements)),
          undefined,
        ),
        sidsDiffer: true,
      }),
    ],
    origin,
  );
}

/** Each document's own value. `source_json` and `override_json` are one each, in older providers. */
function documentsIn(reader: PolicyReader, outer: BoundBody, name: string): readonly Value[] {
  const value = moduleValue(reader, outer, name);
  return value ? documentsOf(reader, value) : [];
}

function documentsOf(reader: PolicyReader, value: ModuleValue): readonly Value[] {
  if (value.kind === "null") return [];
  if (value.kind === "list" || value.kind === "set" || value.kind === "tuple") {
    return value.elements.map((document) => readJson(reader, document, "Terraform"));
  }
  if (value.kind !== "unknown" || !(value.choice ?? value.segments)) {
    return [readJson(reader, value, "Terraform")];
  }
  const { choice, segments, reason, origins } = value;
  if (!choice) return (segments ?? []).flatMap((segment) => documentsOf(reader, segment));
  const then = documentsOf(reader, choice.then);
  const otherwise = documentsOf(reader, choice.otherwise);
  return [
    {
      ...unknown(reason, origins[0]),
      choice: { condition: conditionId(choice.condition), then, otherwise },
    },
  ];
}

function renderStatements(reader: PolicyReader, block: BoundBody | OpenBlocks): Value {
  if (!isUnknown(block)) return renderStatement(reader, block);
  const { reason, at, choice } = block;
  if (!choice) return unknown(reason, at);
  const render = (one: BoundBody | OpenBlocks): Value => renderStatements(reader, one);
  const { condition, then, otherwise, looped } = choice;
  return {
    ...unknown(reason, at),
    choice: { condition, then: then.map(render), otherwise: otherwise.map(render) },
    ...(looped && { looped }),
  };
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
  const blocks = expandBlocks(reader.view, statement, type);
  if (blocks.length === 0) return [];
  return [
    entry(
      element,
      renderEither(blocks, (known) => principalsIn(reader, known)),
    ),
  ];
}

function principalsIn(reader: PolicyReader, blocks: readonly BoundBody[]): Value {
  const parts = blocks.map((block) => part(reader, block, "type", "identifiers"));
  const open = parts.find(isOpen);
  if (open) return open;
  const merged = mergeParts(parts.filter((each): each is Part => !isOpen(each)));
  const [only, ...others] = merged;
  if (only && others.length === 0 && textOf(only.key) === "*") {
    const [first, ...rest] = only.values;
    if (first && rest.length === 0 && textOf(first) === "*") return first;
  }
  return object(merged.map(entryOf), undefined);
}

/** What is made of all blocks; one of two values where it is not known which blocks there are. */
function renderEither(
  blocks: readonly (BoundBody | OpenBlocks)[],
  render: (known: readonly BoundBody[]) => Value,
  depth = 0,
): Value {
  const index = blocks.findIndex(isUnknown);
  const open = blocks[index];
  if (!open || !isUnknown(open))
    return render(blocks.filter((block): block is BoundBody => !isUnknown(block)));
  const { reason, at, choice } = open;
  if (!choice || depth === mostChoices) return unknown(reason, at);
  const instead = (run: readonly (BoundBody | OpenBlocks)[]): readonly Value[] => [
    renderEither([...blocks.slice(0, index), ...run, ...blocks.slice(index + 1)], render, depth + 1),
  ];
  const { condition, then, otherwise, looped } = choice;
  return {
    ...unknown(reason, at),
    choice: { condition, then: instead(then), otherwise: instead(otherwise) },
    ...(looped && { looped }),
  };
}

const mostChoices = 4;

/** Values under the same operator and key come together, although they stand in blocks of their own. */
function renderConditions(reader: PolicyReader, statement: BoundBody): readonly ObjectEntry[] {
  const blocks = expandBlocks(reader.view, statement, "condition");
  if (blocks.length === 0) return [];
  return [
    entry(
      "Condition",
      renderEither(blocks, (known) => conditionsIn(reader, known)),
    ),
  ];
}

function conditionsIn(reader: PolicyReader, blocks: readonly BoundBody[]): Value {
  const conditions = blocks.map((block) => conditionIn(reader, block));
  const open = conditions.find(isOpen);
  if (open) return open;
  const known = conditions.filter((each): each is Test => !isOpen(each));
  const operators = groupBy(known, ({ test }) => textOf(test) ?? "").map((group) => ({
    key: keyText(group[0].test),
    keyOrigin: group[0].test.origin,
    value: object(mergeParts(group).map(entryOf), undefined),
  }));
  return object(operators, undefined);
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
  return { key, values: listed(values).map(withVariables) };
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
  if (value.kind === "unknown" && value.choice) {
    return { ...value, choice: mapChoice(value.choice, (values) => values.map(withVariables)) };
  }
  if (value.kind !== "string") return value;
  const text = value.value.map((segment) =>
    segment.kind === "literal" ? { ...segment, text: segment.text.replaceAll("&{", "${") } : segment,
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
  return first?.kind === "literal" && rest.length === 0 ? first.text : undefined;
}

function valueOf(reader: PolicyReader, body: BoundBody, name: string): Value | undefined {
  const value = moduleValue(reader, body, name);
  return value === undefined || value.kind === "null" ? undefined : asText(reader.value(value));
}

/** The attributes are texts and lists of texts, which Terraform makes of numbers and truth values. */
function asText(value: Value): Value {
  if (value.kind === "list") return { ...value, items: value.items.map(asText) };
  if (value.kind === "unknown" && value.choice)
    return { ...value, choice: mapChoice(value.choice, (values) => values.map(asText)) };
  return value.kind === "number" || value.kind === "bool"
    ? { kind: "string", value: symbolic`${String(value.value)}`, origin: value.origin }
    : value;
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

function list(items: readonly Value[], origin: Location | undefined): ListValue {
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
