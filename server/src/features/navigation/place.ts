/** What the cursor is on, and where else that is mentioned: in its own module and in those that call it. */
import { touches } from "../../base/span.ts";
import { callersOf, localCalls, type Configuration } from "../../terraform/configuration.ts";
import type { Module, ModuleFile } from "../../terraform/module.ts";
import { repetitionIn } from "../../terraform/overrides.ts";
import { concernsSpacelift, configurationOf, fileOf, type Snapshot } from "../../workspace/snapshot.ts";
import type { CalledSubject, Mention } from "./mention.ts";
import { mentionsIn } from "./mentions.ts";
import { isSameSubject, isSeenByCallers, type PlacedSubject } from "./subjects.ts";

/** A mention with the file that it is in, whose module need not be the subject's. */
export interface PlacedMention extends Mention<PlacedSubject> {
  readonly file: ModuleFile;
}

/** The file, where the module is about Spacelift; every other module gets nothing. */
export function navigableFile(snapshot: Snapshot, uri: string): ModuleFile | undefined {
  return concernsSpacelift(snapshot.module) ? fileOf(snapshot, uri) : undefined;
}

/** The mention that the cursor touches; between two that meet, the one that begins. */
export function mentionAt(snapshot: Snapshot, uri: string, offset: number): PlacedMention | undefined {
  return mentionsAround(snapshot, uri).findLast(({ span }) => touches(span, offset));
}

/** The mentions of one file, in the order of the text. */
export function mentionsAround(snapshot: Snapshot, uri: string): readonly PlacedMention[] {
  const place = placeAround(snapshot, uri);
  return place ? placedIn(configurationOf(snapshot), place.module, place.file) : [];
}

interface Place {
  readonly module: Module;
  readonly file: ModuleFile;
}

/** A file of the module or of one around it, of values too; undefined where nothing around it is about Spacelift. */
export function placeAround(snapshot: Snapshot, uri: string): Place | undefined {
  const configuration = configurationOf(snapshot);
  const module = [snapshot.module, ...configuration.modules.values()].find((each) => fileIn(each, uri));
  const file = module && fileIn(module, uri);
  return file && isNearSpacelift(configuration, module) ? { module, file } : undefined;
}

/** Every mention of the subject: in the order of the modules and their files, and in each of the text. */
export function mentionsOf(snapshot: Snapshot, subject: PlacedSubject): readonly PlacedMention[] {
  const configuration = configurationOf(snapshot);
  return modulesNaming(snapshot, subject).flatMap((module) =>
    filesNaming(module)
      .flatMap((file) => placedIn(configuration, module, file))
      .filter((mention) => isSameSubject(mention.subject, subject)),
  );
}

/** The modules in which the subject may be mentioned, its own first. */
export function modulesNaming(snapshot: Snapshot, subject: PlacedSubject): readonly Module[] {
  const { home } = subject;
  if (!isSeenByCallers(subject)) return [home];
  const callers = callersOf(configurationOf(snapshot), home.uri).map(({ module }) => module);
  return [...new Set([home, ...callers])];
}

/** The files of a module with those of values beside it. */
export function filesNaming({ files, companions }: Module): readonly ModuleFile[] {
  return [...files, ...companions.variableFiles];
}

/**
 * False for what another Terraform extension beside ours finds as well: everything but the names that an expression
 * binds itself. https://github.com/hashicorp/terraform-ls/blob/main/docs/features.md
 */
export function isOursToFind({ besideTerraformExtension }: Snapshot, { subject }: PlacedMention): boolean {
  return !besideTerraformExtension || subject.kind === "bound";
}

function fileIn(module: Module, uri: string): ModuleFile | undefined {
  return filesNaming(module).find((file) => file.uri === uri);
}

/** True for a module about Spacelift, for what it calls, and for what calls it. */
function isNearSpacelift(configuration: Configuration, module: Module): boolean {
  if (concernsSpacelift(module)) return true;
  const called = localCalls(module).flatMap(({ target }) => configuration.modules.get(target) ?? []);
  const callers = callersOf(configuration, module.uri).map((caller) => caller.module);
  return [...called, ...callers].some(concernsSpacelift);
}

function placedIn(configuration: Configuration, module: Module, file: ModuleFile): readonly PlacedMention[] {
  return mentionsIn(module, file).flatMap((mention): readonly PlacedMention[] => {
    const { subject } = mention;
    if (subject.kind !== "called") return [{ ...mention, subject: { ...subject, home: module }, file }];
    const home = targetOf(configuration, module, subject);
    const { address } = subject;
    return home ? [{ ...mention, subject: { kind: "declared", address, home }, file }] : [];
  });
}

/** The module that the call leads to; undefined for one that is not known. */
function targetOf(
  configuration: Configuration,
  module: Module,
  { call, anyCall }: CalledSubject,
): Module | undefined {
  const found = localCalls(module).find(({ name }) => name === call);
  if (!found || (!anyCall && repetitionIn(module, found.declaration))) return undefined;
  return configuration.modules.get(found.target);
}
