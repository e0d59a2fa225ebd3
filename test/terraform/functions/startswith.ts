/** What `startswith` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['startswith("hello world", "hello")', "true"],
    ['startswith("hello", "hello world")', "false"],
  ],
  refuses: [],
};
