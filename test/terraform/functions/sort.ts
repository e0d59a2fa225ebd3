/** What `sort` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['sort(["e", "d", "a", "B"])', 'tolist(["B", "a", "d", "e"])'],
    ['sort(["10", "9"])', 'tolist(["10", "9"])'],
  ],
  refuses: ["sort([null])"],
};
