/** What `textdecodebase64` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['textdecodebase64("SABpAA==", "UTF-16LE")', '"Hi"']],
  refuses: ['textdecodebase64("?", "UTF-8")'],
};
