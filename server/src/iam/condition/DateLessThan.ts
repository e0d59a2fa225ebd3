/** `DateLessThan`: before the instant. */
import { comparison } from "./comparison.ts";
import { readInstant } from "./instant.ts";

export const dateLessThan = comparison("DateLessThan", readInstant, (actual, wanted) => actual < wanted);
