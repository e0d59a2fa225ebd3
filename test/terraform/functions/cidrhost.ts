/** What `cidrhost` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['cidrhost("10.12.112.0/20", 16)', '"10.12.112.16"'],
    ['cidrhost("10.12.112.0/20", -1)', '"10.12.127.255"'],
    ['cidrhost("fd00:fd12:3456:7890:00a2::/72", 34)', '"fd00:fd12:3456:7890::22"'],
  ],
  refuses: ['cidrhost("10.0.0.0/30", 4)'],
};
