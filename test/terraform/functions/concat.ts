/** What `concat` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['concat(["a", ""], ["b", "c"])', '["a", "", "b", "c"]'],
    ['concat(tolist(["a"]), tolist([1]))', 'tolist(["a", "1"])'],
  ],
  refuses: ['concat(["a"], "b")', "concat()"],
};
