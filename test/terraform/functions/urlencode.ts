/** What `urlencode` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['urlencode("Hello World!")', '"Hello+World%21"'],
    ['urlencode("☃")', '"%E2%98%83"'],
  ],
  refuses: [],
};
