/** What `reverse` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['reverse([1, "a"])', '["a", 1]'],
    ['reverse(toset(["a", "b"]))', 'tolist(["b", "a"])'],
  ],
  refuses: ['reverse("ab")'],
};
