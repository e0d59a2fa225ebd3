/** What `base64decode` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['base64decode("SGVsbG8gV29ybGQ=")', '"Hello World"']],
  refuses: ['base64decode("SGVsbG8gV29ybGQ")', 'base64decode("//8=")'],
};
