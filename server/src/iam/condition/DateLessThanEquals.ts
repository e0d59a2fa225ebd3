/** `DateLessThanEquals`: up to the instant. */
import { comparison } from "./comparison.ts";
import { readInstant } from "./instant.ts";

export const dateLessThanEquals = comparison(
  "DateLessThanEquals",
  readInstant,
  (actual, wanted) => actual <= wanted,
);
