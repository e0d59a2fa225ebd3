/** What `indent` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['indent(2, "a\\nb\\n")', '"a\\n  b\\n  "']],
  refuses: ['indent(0.5, "a")'],
};
