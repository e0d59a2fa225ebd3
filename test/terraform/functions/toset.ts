/** What `toset` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['toset(["c", "b", "c"])', 'toset(["b", "c"])'],
    ['toset([1, "a"])', 'toset(["1", "a"])'],
  ],
  refuses: ["toset({})"],
};
