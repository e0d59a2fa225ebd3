/** What `one` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ["one([])", "null"],
    ['one(["hello"])', '"hello"'],
  ],
  refuses: ['one(toset(["a", "b"]))'],
};
