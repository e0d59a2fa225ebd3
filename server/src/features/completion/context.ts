/** What every kind of completion needs to know besides its place. */
import type { ModuleView } from "../../analysis/moduleView.ts";
import type { Module, ModuleFile } from "../../terraform/module.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

export interface CompletionContext {
  readonly snapshot: Snapshot;
  readonly view: ModuleView;
  readonly module: Module;
  readonly file: ModuleFile;
  readonly text: string;
  readonly offset: number;
  /** False where another extension offers attribute names and block types. */
  readonly plain: boolean;
}
