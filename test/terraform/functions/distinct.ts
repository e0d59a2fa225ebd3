/** What `distinct` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['distinct(["a", "b", "a"])', 'tolist(["a", "b"])'],
    ['distinct([1, "1"])', 'tolist(["1"])'],
  ],
  refuses: ["distinct({})"],
};
