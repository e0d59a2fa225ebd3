/** What `regex` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['regex("[a-z]+", "53453453.345345aaabbbccc23454")', '"aaabbbccc"'],
    ['regex("(\\\\d+)-(x)?", "2019-")', '["2019", tostring(null)]'],
    ['regex("(?P<y>\\\\d+)", "in 2019")', '{ y = "2019" }'],
  ],
  refuses: ['regex("[a", "a")', 'regex("z", "a")'],
};
