/** What `sensitive` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['sensitive("x")', '"x"']],
  refuses: [],
};
