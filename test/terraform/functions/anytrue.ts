/** What `anytrue` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['anytrue([false, "true"])', "true"],
    ["anytrue([])", "false"],
  ],
  refuses: ["anytrue([1])"],
};
