/** What `cidrnetmask` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [['cidrnetmask("172.16.0.0/12")', '"255.240.0.0"']],
  refuses: ['cidrnetmask("fd00::/8")', 'cidrnetmask("172.16.0.0")'],
};
