/** What `replace` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['replace("1 + 2 + 3", "+", "-")', '"1 - 2 - 3"'],
    ['replace("hello world", "/w.*d/", "everybody")', '"hello everybody"'],
    ['replace("ab", "/(a)(b)/", "$2$1")', '"ba"'],
  ],
  refuses: ['replace("a", "/(/", "")'],
};
