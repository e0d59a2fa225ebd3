/** What `abs` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ["abs(-12.4)", "12.4"],
    ['abs("-3")', "3"],
    ["abs(0)", "0"],
  ],
  refuses: ["abs([])"],
};
