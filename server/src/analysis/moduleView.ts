/** A module with what rules and features ask of it again and again, computed once per snapshot. */
import type { Location } from "../base/location.ts";
import { perObject } from "../base/remember.ts";
import type { Span } from "../base/span.ts";
import type { Attribute, Block } from "../hcl/ast.ts";
import { familyType } from "../spacelift/family.ts";
import type { BlockSchema } from "../spacelift/schema.ts";
import { attributeOf } from "../terraform/block.ts";
import type { Fact } from "../terraform/facts.ts";
import type { BlockDeclaration, Module, ModuleFile } from "../terraform/module.ts";
import type { Configuration } from "../terraform/configuration.ts";
import { isOverride } from "../terraform/module.ts";
import {
  createInstances,
  type CalledInstance,
  type Instances,
  type ModuleInstance,
} from "../terraform/moduleInstances.ts";
import type { Evaluator } from "../terraform/moduleScope.ts";
import type { Settings } from "../workspace/settings.ts";
import { configurationOf, type Snapshot } from "../workspace/snapshot.ts";
import { attributeType } from "./attributeNames.ts";

export interface ModuleView {
  readonly module: Module;
  readonly settings: Settings;
  /**
   * The resources and data sources of the family, in the order in which they are written, without those that an
   * override file changes: https://developer.hashicorp.com/terraform/language/files/override
   */
  readonly family: readonly FamilyBlock[];
  /** What an expression of the file is worth, as far as the module tells; computed once unless names are bound. */
  readonly evaluate: Evaluator;
  /** What is known, as the module is there. */
  readonly facts: readonly Fact[];
  /** The instance of the module that the values belong to; for a module with several, one for what they share. */
  readonly instance: ModuleInstance;
  /** The views of the modules around: of the one that calls this one, and of those that it calls. */
  readonly around: Around;
}

interface Around {
  readonly configuration: Configuration;
  readonly viewOf: (instance: ModuleInstance) => ModuleView;
  readonly called: (instance: ModuleInstance) => readonly CalledInstance[];
}

/** A resource or data source of the family, with what the provider knows of its type. */
export interface FamilyBlock {
  readonly declaration: BlockDeclaration;
  readonly schema: BlockSchema;
  readonly block: Block;
  readonly file: ModuleFile;
}

interface Views {
  readonly common: ModuleView;
  readonly each: readonly ModuleView[];
}

const views = new WeakMap<Snapshot, Views>();

/** What holds in every instance of the module. */
export function viewOf(snapshot: Snapshot): ModuleView {
  return allViews(snapshot).common;
}

/** The module as it is in each of its instances. */
export function viewsOf(snapshot: Snapshot): readonly ModuleView[] {
  return allViews(snapshot).each;
}

function allViews(snapshot: Snapshot): Views {
  const known = views.get(snapshot);
  if (known) return known;
  const made = createViews(snapshot);
  views.set(snapshot, made);
  return made;
}

function createViews(snapshot: Snapshot): Views {
  const { module, settings } = snapshot;
  const configuration = configurationOf(snapshot);
  const instances = instancesFor(configuration);
  const around = createAround(configuration, settings, instances);
  const each = instances.of(module).map(around.viewOf);
  const [first, ...others] = each;
  const common = first && others.length === 0 ? first : around.viewOf(instances.common(module));
  return { common, each };
}

const allInstances = new WeakMap<Configuration, Instances>();

/** Snapshots of one configuration share what they evaluate. */
function instancesFor(configuration: Configuration): Instances {
  const known = allInstances.get(configuration);
  if (known) return known;
  const made = createInstances(configuration, attributeType);
  allInstances.set(configuration, made);
  return made;
}

function createAround(configuration: Configuration, settings: Settings, { called }: Instances): Around {
  const known = new Map<ModuleInstance, ModuleView>();
  const families = new Map<Module, readonly FamilyBlock[]>();
  const around: Around = {
    configuration,
    called,
    viewOf: (instance) => {
      const found = known.get(instance);
      if (found) return found;
      const { module, evaluate, facts } = instance;
      const family = families.get(module) ?? familyIn(module);
      families.set(module, family);
      const view: ModuleView = { module, settings, family, evaluate, facts, instance, around };
      known.set(instance, view);
      return view;
    },
  };
  return around;
}

function familyIn(module: Module): readonly FamilyBlock[] {
  return module.declarations.flatMap((declaration) => {
    const block = familyBlock(declaration);
    return block && !isOverridden(module, block) ? [block] : [];
  });
}

/** What an override file changes is known only together with it. */
function isOverridden({ byAddress, overrides }: Module, { declaration }: FamilyBlock): boolean {
  return overrides.length > 0 && (byAddress.get(declaration.address) ?? []).some(isOverride);
}

function familyBlock(declaration: Module["declarations"][number]): FamilyBlock | undefined {
  if (declaration.kind !== "resource" && declaration.kind !== "data") return undefined;
  const schema = familyType(declaration.kind, declaration.type);
  return schema && { declaration, schema, block: declaration.block, file: declaration.file };
}

/** The integrations, attachments, ... of the module. */
export function familyOfType(
  view: ModuleView,
  mode: "resource" | "data",
  type: string,
): readonly FamilyBlock[] {
  return byType(view.family).get(`${mode} ${type}`) ?? [];
}

const byType = perObject((family: readonly FamilyBlock[]): ReadonlyMap<string, readonly FamilyBlock[]> => {
  const found = new Map<string, FamilyBlock[]>();
  for (const block of family) {
    const key = `${block.schema.mode} ${block.schema.type}`;
    const same = found.get(key);
    if (same) same.push(block);
    else found.set(key, [block]);
  }
  return found;
});

export function attribute({ block }: FamilyBlock, name: string): Attribute | undefined {
  return attributeOf(block, name);
}

/** A span of the block's own file as a location. */
export function inFile({ file }: { readonly file: ModuleFile }, { start, end }: Span): Location {
  return { uri: file.uri, span: { start, end } };
}

/** The part of a block that names it: its labels, or its type where it has none. */
export function headerOf({ type, labels }: Block): Span {
  const [first] = labels;
  return first ? { start: first.start, end: labels.at(-1)?.end ?? first.end } : type;
}
