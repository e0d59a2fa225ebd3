/** What `csvdecode` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['csvdecode("a,b\\n1,2\\n")', 'tolist([{ a = "1", b = "2" }])'],
    ['csvdecode("a\\n\\"x, \\"\\"y\\"\\"\\"\\n")', 'tolist([{ a = "x, \\"y\\"" }])'],
  ],
  refuses: ['csvdecode("a,b\\n1\\n")', 'csvdecode("")'],
};
