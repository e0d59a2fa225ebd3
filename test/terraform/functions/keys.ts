/** What `keys` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ["keys({ c = 1, a = 2 })", '["a", "c"]'],
    ["keys(tomap({ a = 1 }))", 'tolist(["a"])'],
  ],
  refuses: ["keys([])"],
};
