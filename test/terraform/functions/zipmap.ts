/** What `zipmap` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['zipmap(["a", "b"], [1, "x"])', '{ a = 1, b = "x" }'],
    ['zipmap(["a"], tolist([1]))', "tomap({ a = 1 })"],
  ],
  refuses: ['zipmap(["a"], [])'],
};
