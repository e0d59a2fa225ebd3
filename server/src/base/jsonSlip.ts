/** What keeps a text from being the JSON that it is meant to be. */
import type { Location } from "./location.ts";

export interface JsonSlip {
  /** A bracket that is not closed may also be closed by another kind. White space is no slip where JSON alone counts. */
  readonly kind:
    | "comma-missing"
    | "comma-too-many"
    | "colon-missing"
    | "quote-open"
    | "bracket-open"
    | "unreadable"
    | "space-before";
  /**
   * The comma, the string, the bracket or the white space; what a comma or a colon is missing behind, or its end; else
   * what cannot be read.
   */
  readonly at: Location | undefined;
  readonly text: string;
}
