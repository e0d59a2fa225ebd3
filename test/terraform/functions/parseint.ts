/** What `parseint` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['parseint("100", 10)', "100"],
    ['parseint("-FF", 16)', "-255"],
    ['parseint("aA", 62)', "656"],
  ],
  refuses: ['parseint("12", 2)', "parseint(12, 10)"],
};
