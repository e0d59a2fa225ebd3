/** What `tobool` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['tobool("true")', "true"],
    ["tobool(null) == null", "true"],
  ],
  refuses: ['tobool("yes")'],
};
