/** What `ceil` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ["ceil(5.1)", "6"],
    ["ceil(-5.9)", "-5"],
  ],
  refuses: ['ceil("x")'],
};
