/** What `title` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['title("hello world")', '"Hello World"']],
  refuses: [],
};
