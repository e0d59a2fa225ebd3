/** What `trimprefix` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['trimprefix("helloworld", "hello")', '"world"'],
    ['trimprefix("hello", "x")', '"hello"'],
  ],
  refuses: [],
};
