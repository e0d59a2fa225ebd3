/** What `substr` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['substr("hello world", 1, 4)', '"ello"'],
    ['substr("hello", -3, -1)', '"llo"'],
    ['substr("hello", 9, 2)', '""'],
  ],
  refuses: ['substr("hello", 0.5, 1)'],
};
