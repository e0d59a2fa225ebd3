/** What `log` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [["log(16, 2)", "4"]],
  refuses: ["log(-1, 2)"],
};
