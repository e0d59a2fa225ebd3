/** What every feature works on: one module as it is at one moment. It never changes; an edit makes a new one. */
import type { Module, ModuleFile } from "../terraform/module.ts";
import type { Settings } from "./settings.ts";

export interface Snapshot {
  readonly settings: Settings;
  /** Another extension in the same editor already shows plain attribute names, documentation and syntax errors. */
  readonly besideTerraformExtension: boolean;
  readonly module: Module;
  /** The version that the client gave each open document, by URI. */
  readonly versions: ReadonlyMap<string, number>;
}

/** A file of the module by its URI. */
export function fileOf(snapshot: Snapshot, uri: string): ModuleFile | undefined {
  return snapshot.module.files.find((file) => file.uri === uri);
}

/** True when any file of the module mentions the family at all: everything else costs nothing and gets nothing. */
export function concernsSpacelift(module: Module): boolean {
  return module.files.some(mentionsSpacelift);
}

const mentions = new WeakMap<object, boolean>();

function mentionsSpacelift(file: ModuleFile): boolean {
  const known = mentions.get(file.syntax);
  if (known !== undefined) return known;
  const answer = file.syntax.text.includes("spacelift_");
  mentions.set(file.syntax, answer);
  return answer;
}
