/** What `jsondecode` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['jsondecode("{\\"a\\": [1, null, \\"\\\\u00e9\\"]}")', '{ a = [1, null, "é"] }'],
    ['jsondecode("12e1")', "120"],
  ],
  refuses: ['jsondecode("{")'],
};
