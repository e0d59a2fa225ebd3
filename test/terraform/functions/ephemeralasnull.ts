/** What `ephemeralasnull` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['ephemeralasnull("x")', '"x"']],
  refuses: [],
};
