/** What `chomp` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['chomp("hello\\n\\n")', '"hello"'],
    ['chomp("hello\\r\\n")', '"hello"'],
    ['chomp("\\nhello")', '"\\nhello"'],
  ],
  refuses: [],
};
