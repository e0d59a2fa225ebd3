/** What `sha1` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['sha1("hello world")', '"2aae6c35c94fcfb415dbe95f408b9ce91ee846ed"']],
  refuses: [],
};
