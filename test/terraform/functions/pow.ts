/** What `pow` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ["pow(3, 2)", "9"],
    ["pow(2, -1)", "0.5"],
  ],
  refuses: ["pow(-8, 1.5)"],
};
