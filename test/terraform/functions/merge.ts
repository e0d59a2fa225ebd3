/** What `merge` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['merge({ a = "b" }, { a = "l", c = 1 })', '{ a = "l", c = 1 }'],
    ["merge(tomap({ a = 1 }), tomap({ b = 2 }))", "tomap({ a = 1, b = 2 })"],
  ],
  refuses: ["merge([])"],
};
