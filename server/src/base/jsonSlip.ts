/** What keeps a text from being the JSON that it is meant to be. */
import type { Location } from "./location.ts";

export interface JsonSlip {
  /** A bracket that is not closed may also be closed by another kind. */
  readonly kind:
    "comma-missing" | "comma-too-many" | "colon-missing" | "quote-open" | "bracket-open" | "unreadable";
  /**
   * The comma, the string or the bracket; what a comma or a colon is missing behind, or its end; else what cannot be
   * read.
   */
  readonly at: Location | undefined;
  readonly text: string;
}
