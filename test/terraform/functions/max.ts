/** What `max` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['max(12, "54", 3)', "54"]],
  refuses: ["max()"],
};
