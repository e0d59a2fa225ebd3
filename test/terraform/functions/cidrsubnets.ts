/** What `cidrsubnets` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    [
      'cidrsubnets("10.1.0.0/16", 4, 4, 8, 4)',
      'tolist(["10.1.0.0/20", "10.1.16.0/20", "10.1.32.0/24", "10.1.48.0/20"])',
    ],
  ],
  refuses: ['cidrsubnets("10.0.0.0/30", 1, 1, 1)'],
};
