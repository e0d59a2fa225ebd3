/** What `matchkeys` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['matchkeys(["i-1", "i-2", "i-3"], ["w", "e", "w"], ["w"])', 'tolist(["i-1", "i-3"])']],
  refuses: ['matchkeys(["i-1"], [], ["w"])'],
};
