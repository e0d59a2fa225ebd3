/** What `tostring` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ["tostring(1.50)", '"1.5"'],
    ["tostring(true)", '"true"'],
  ],
  refuses: ["tostring([])"],
};
