/** What a refactoring is given, and what it offers. */
import type { FileEdits } from "../../analysis/finding.ts";
import type { ModuleView } from "../../analysis/moduleView.ts";
import type { BlockDeclaration } from "../../terraform/module.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";

export interface RefactoringPlace {
  readonly snapshot: Snapshot;
  readonly view: ModuleView;
  /** The resource around the cursor, closed. */
  readonly declaration: BlockDeclaration;
}

export interface Refactoring {
  readonly kind: "refactor";
  readonly sort: "extract" | "rewrite";
  readonly title: string;
  /** The address of what it is done to. */
  readonly of: string;
  readonly edits: readonly FileEdits[];
}
