/** What `sum` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['sum([10, 13, "1"])', "24"]],
  refuses: ["sum([])", 'sum(["x"])'],
};
