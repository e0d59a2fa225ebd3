/** What `setintersection` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['setintersection(["a", "b"], ["b", "c"])', 'toset(["b"])']],
  refuses: ['setintersection("a")'],
};
