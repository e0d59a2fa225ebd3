/** `DateGreaterThan`: after the instant. */
import { comparison } from "./comparison.ts";
import { readInstant } from "./instant.ts";

export const dateGreaterThan = comparison(
  "DateGreaterThan",
  readInstant,
  (actual, wanted) => actual > wanted,
);
