/** What `basename` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['basename("foo/bar/baz.txt")', '"baz.txt"'],
    ['basename("")', '"."'],
    ['basename("/")', '"/"'],
  ],
  refuses: [],
};
