/** What `coalescelist` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['coalescelist([], ["c", "d"])', '["c", "d"]']],
  refuses: ["coalescelist([], [])"],
};
