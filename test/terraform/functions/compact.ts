/** What `compact` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['compact(["a", "", null, "b"])', 'tolist(["a", "b"])'],
    ["compact([])", 'tolist(compact([""]))'],
  ],
  refuses: ['compact("a")'],
};
