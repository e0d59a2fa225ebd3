/** What `trim` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['trim("?!hello?!", "!?")', '"hello"'],
    ['trim("foobar", "far")', '"oob"'],
  ],
  refuses: [],
};
