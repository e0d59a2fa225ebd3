/** What `dirname` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['dirname("foo/bar/baz.txt")', '"foo/bar"'],
    ['dirname("baz.txt")', '"."'],
    ['dirname("/")', '"/"'],
  ],
  refuses: [],
};
