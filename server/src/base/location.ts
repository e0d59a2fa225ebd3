/** A span in a named file: what a finding, a definition or an origin of a value points at. */
import type { Span } from "./span.ts";

export interface Location {
  /** The file's URI, in the form in which the workspace knows it. */
  readonly uri: string;
  readonly span: Span;
}
