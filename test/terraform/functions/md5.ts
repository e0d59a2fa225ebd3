/** What `md5` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['md5("hello world")', '"5eb63bbbe01eeed093cb22bb8f5acdc3"']],
  refuses: [],
};
