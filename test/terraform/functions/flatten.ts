/** What `flatten` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['flatten([["a", "b"], [], [["c"]]])', '["a", "b", "c"]'],
    ['flatten(toset(["a"]))', '["a"]'],
  ],
  refuses: ['flatten("a")'],
};
