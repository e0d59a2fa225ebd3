/** What `yamldecode` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['yamldecode("a: [1, yes, ~]\\nb: \\"x\\"\\n")', '{ a = [1, true, null], b = "x" }'],
    [
      'yamldecode("base: &b {x: 1}\\nm:\\n  <<: *b\\n  z: 2\\n")',
      "{ base = { x = 1 }, m = { x = 1, z = 2 } }",
    ],
  ],
  refuses: ['yamldecode("a: [")', 'yamldecode("a: 1\\n---\\nb: 2\\n")'],
};
