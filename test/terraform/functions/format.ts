/** What `format` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['format("Hello, %s!", "Ander")', '"Hello, Ander!"'],
    ['format("%03d|%-5s|%.1f", 7, "ab", 2.25)', '"007|ab   |2.2"'],
    ['format("%#v", { a = [1, null] })', '"{\\"a\\":[1,null]}"'],
  ],
  refuses: ['format("%s")', 'format("%s", "a", "b")', 'format("%d", 1.5)'],
};
