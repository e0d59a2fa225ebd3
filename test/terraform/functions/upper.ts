/** What `upper` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['upper("héllo")', '"HÉLLO"'],
    ['upper("straße")', '"STRAßE"'],
  ],
  refuses: [],
};
