/** What `lower` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['lower("HÉLLO")', '"héllo"']],
  refuses: [],
};
