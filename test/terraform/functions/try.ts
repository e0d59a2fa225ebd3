/** What `try` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['try({ a = 1 }.b, "fallback")', '"fallback"'],
    ["try(null, 1)", "null"],
  ],
  refuses: ["try([][0])"],
};
