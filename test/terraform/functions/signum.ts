/** What `signum` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ["signum(-13)", "-1"],
    ["signum(0)", "0"],
  ],
  refuses: ["signum(0.5)"],
};
