/** What `strcontains` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['strcontains("hello world", "lo w")', "true"],
    ['strcontains("hello", "z")', "false"],
  ],
  refuses: [],
};
