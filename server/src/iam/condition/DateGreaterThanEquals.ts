/** `DateGreaterThanEquals`: from the instant on. */
import { comparison } from "./comparison.ts";
import { readInstant } from "./instant.ts";

export const dateGreaterThanEquals = comparison(
  "DateGreaterThanEquals",
  readInstant,
  (actual, wanted) => actual >= wanted,
);
