/** What `floor` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ["floor(4.9)", "4"],
    ["floor(-4.1)", "-5"],
  ],
  refuses: [],
};
