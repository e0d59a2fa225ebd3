/** What `base64encode` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['base64encode("Hello World")', '"SGVsbG8gV29ybGQ="'],
    ['base64encode("é")', '"w6k="'],
  ],
  refuses: [],
};
