/** What `contains` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['contains(["a", "b", "c"], "b")', "true"],
    ['contains([1], "1")', "false"],
  ],
  refuses: ['contains("abc", "a")'],
};
