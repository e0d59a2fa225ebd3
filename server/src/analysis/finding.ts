/** What a rule found, ready to be shown: where, what is wrong, what happens, what to do, and how to mend it. */
import type { Location } from "../base/location.ts";
import type { TextEdit } from "../base/textEdit.ts";

export type Severity = "error" | "warning" | "information" | "hint";

export interface Finding {
  /** A code of the catalogue; it never changes. */
  readonly code: string;
  readonly source: "hcl" | "spacelift-aws";
  readonly severity: Severity;
  /** The smallest range that a person would change. */
  readonly location: Location;
  /** What is wrong, what happens at apply or at run time, and what to do, in one or two sentences. */
  readonly message: string;
  readonly tag: "deprecated" | undefined;
  /** The other side of a disagreement. */
  readonly related: readonly RelatedPlace[];
  /** Computed when asked for: most findings are never fixed through the light bulb. */
  readonly fixes: () => readonly Fix[];
}

export interface RelatedPlace {
  readonly location: Location;
  readonly message: string;
}

export interface Fix {
  /** Begins with a verb: "Rename to role_arn". */
  readonly title: string;
  readonly edits: readonly FileEdits[];
  /** The one to take when only one is taken. */
  readonly preferred: boolean;
}

export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}
