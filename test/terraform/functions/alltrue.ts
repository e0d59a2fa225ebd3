/** What `alltrue` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['alltrue(["true", true])', "true"],
    ["alltrue([true, false])", "false"],
    ["alltrue([])", "true"],
  ],
  refuses: ['alltrue(["x"])'],
};
