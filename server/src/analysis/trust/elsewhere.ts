/** Things of the modules around, as those modules see them, and what they are called here. */
import { mapChoice, type Choice } from "../../iam/choice.ts";
import type { ObjectEntry, Value } from "../../iam/value.ts";
import type { SymbolicString } from "../../iam/symbolic.ts";
import type { ModuleFile } from "../../terraform/module.ts";
import { sameNames, type Rename } from "../../terraform/renameSymbols.ts";
import { callersSymbol } from "../../terraform/symbolNames.ts";
import type { ModuleView } from "../moduleView.ts";
import { namesOfSpacelift } from "./names.ts";
import { textFileAt } from "./textFiles.ts";

interface Elsewhere {
  readonly view: ModuleView;
  /** The symbol's name there. */
  readonly id: string;
  /** What symbols of there are called here. */
  readonly back: Rename;
}

/** Undefined for symbols of this module, and for those of modules that cannot be looked into. */
export function elsewhere(view: ModuleView, id: string): Elsewhere | undefined {
  const { around, instance } = view;
  const outer = callersSymbol(id);
  if (outer !== undefined) {
    const here = callOf(view);
    return instance.caller && here && { view: around.viewOf(instance.caller), id: outer, back: here.inside };
  }
  if (!id.startsWith("module.")) return undefined;
  const call = around.called(instance).find(({ address }) => id.startsWith(`${address}.`));
  return (
    call && {
      view: around.viewOf(call.instance),
      id: id.slice(call.address.length + 1),
      back: call.rename,
    }
  );
}

/** How the module is called. */
function callOf({ around, instance }: ModuleView) {
  return instance.caller && around.called(instance.caller).find((call) => call.instance === instance);
}

export interface ModuleAround {
  readonly view: ModuleView;
  readonly back: Rename;
}

const mostModules = 64;

/** The module itself, and the modules that can be reached by calls, in both directions. */
export function modulesAround(view: ModuleView): readonly ModuleAround[] {
  const found: ModuleAround[] = [{ view, back: sameNames }];
  const seen = new Set([view]);
  for (const { view: at, back } of found) {
    for (const next of neighboursOf(at)) {
      if (seen.has(next.view) || found.length === mostModules) continue;
      seen.add(next.view);
      found.push({ view: next.view, back: (id) => back(next.back(id)) });
    }
  }
  return found;
}

function neighboursOf(view: ModuleView): readonly ModuleAround[] {
  const { around, instance } = view;
  const here = callOf(view);
  const called = around
    .called(instance)
    .map((call) => ({ view: around.viewOf(call.instance), back: call.rename }));
  return instance.caller && here
    ? [{ view: around.viewOf(instance.caller), back: here.inside }, ...called]
    : called;
}

export function renameText(text: SymbolicString, rename: Rename): SymbolicString {
  if (rename === sameNames) return text;
  return text.map((segment) =>
    segment.kind === "symbol" && !namesOfSpacelift.has(segment.id)
      ? { ...segment, id: rename(segment.id) }
      : segment,
  );
}

export function renameValue(value: Value, rename: Rename): Value {
  switch (value.kind) {
    case "string":
      return { ...value, value: renameText(value.value, rename) };
    case "list":
      return { ...value, items: value.items.map((item) => renameValue(item, rename)) };
    case "object":
      return { ...value, entries: value.entries.map((entry) => renameEntry(entry, rename)) };
    case "unknown":
      return value.choice ? { ...value, choice: renameChoice(value.choice, rename) } : value;
    default:
      return value;
  }
}

function renameChoice(choice: Choice<Value>, rename: Rename): Choice<Value> {
  const renamed = mapChoice(choice, (values) => values.map((value) => renameValue(value, rename)));
  return { ...renamed, condition: rename(choice.condition) };
}

function renameEntry({ key, keyOrigin, value }: ObjectEntry, rename: Rename): ObjectEntry {
  return { key: renameText(key, rename), keyOrigin, value: renameValue(value, rename) };
}

/** A file of this module or of those around, one that gives their variables values, or one that they read as text. */
export function fileAt(view: ModuleView, uri: string): ModuleFile | undefined {
  const own = fileIn(view, uri);
  if (own) return own;
  for (const { view: other } of modulesAround(view)) {
    const found = fileIn(other, uri);
    if (found) return found;
  }
  return textFileAt(view, uri);
}

function fileIn({ module }: ModuleView, uri: string): ModuleFile | undefined {
  return [...module.files, ...module.companions.variableFiles].find((file) => file.uri === uri);
}
