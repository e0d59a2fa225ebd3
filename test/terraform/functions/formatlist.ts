/** What `formatlist` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['formatlist("%s, %s!", "Hi", ["Ann", "Bo"])', 'tolist(["Hi, Ann!", "Hi, Bo!"])']],
  refuses: ['formatlist("%s%s", ["a"], ["b", "c"])'],
};
