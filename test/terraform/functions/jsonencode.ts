/** What `jsonencode` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    [
      'jsonencode({ b = [1, true, null], a = "<é>" })',
      '"{\\"a\\":\\"\\\\u003cé\\\\u003e\\",\\"b\\":[1,true,null]}"',
    ],
    ["jsonencode(0.5)", '"0.5"'],
  ],
  refuses: [],
};
