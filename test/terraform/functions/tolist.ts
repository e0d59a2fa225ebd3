/** What `tolist` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['tolist(["a", 1])', 'tolist(["a", "1"])'],
    ['tolist(toset(["b", "a"]))', 'tolist(["a", "b"])'],
  ],
  refuses: ['tolist("a")'],
};
