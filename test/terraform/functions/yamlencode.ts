/** What `yamlencode` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['yamlencode({ a = "b", c = [1, true] })', '"\\"a\\": \\"b\\"\\n\\"c\\":\\n- 1\\n- true\\n"'],
    ['yamlencode("x\\ny\\n")', '"|\\n  x\\n  y\\n"'],
  ],
  refuses: [],
};
