/** What `textencodebase64` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['textencodebase64("Hi", "UTF-16LE")', '"SABpAA=="']],
  refuses: [],
};
