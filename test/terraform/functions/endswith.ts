/** What `endswith` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['endswith("hello world", "world")', "true"],
    ['endswith("hello world", "hello")', "false"],
  ],
  refuses: [],
};
