/** What completion hands to the protocol layer, in offsets. */
import type { Span } from "../base/span.ts";

export type CompletionKind = "type" | "attribute" | "value" | "reference" | "snippet" | "keyword";

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label: the type, the default, what it stands for. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** What is replaced; it never reaches over the line's end. */
  readonly replace: Span;
  /** The text that takes its place, as an LSP snippet: `$1`, `${1:text}`, and `$`, `}` and `\` escaped. */
  readonly snippet: string;
  /** What the person's typing is matched with, where that is not the label. */
  readonly filterText?: string;
  /** Smaller comes first. */
  readonly rank: number;
  readonly deprecated?: boolean;
  /** Ask for the next completion right away, since the inserted text waits for a value. */
  readonly retrigger?: boolean;
}
