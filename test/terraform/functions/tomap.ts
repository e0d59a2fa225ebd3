/** What `tomap` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['tomap({ a = 1, b = "x" })', 'tomap({ a = "1", b = "x" })']],
  refuses: ["tomap({ a = 1, b = [] })"],
};
