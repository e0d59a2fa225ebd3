/** `DateEquals`: one of the instants. */
import { comparison } from "./comparison.ts";
import { readInstant } from "./instant.ts";

export const dateEquals = comparison("DateEquals", readInstant, (actual, wanted) => actual === wanted);
