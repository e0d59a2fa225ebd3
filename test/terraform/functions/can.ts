/** What `can` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['can(1 + "x")', "false"],
    ["can({ a = 1 }.a)", "true"],
  ],
  refuses: ["can()"],
};
