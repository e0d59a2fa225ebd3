/** What `coalesce` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['coalesce("", "b")', '"b"'],
    ["coalesce(null, 1, 2)", "1"],
    ['coalesce(1, "b")', '"1"'],
  ],
  refuses: ['coalesce(null, "")'],
};
