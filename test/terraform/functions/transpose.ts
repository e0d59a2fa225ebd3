/** What `transpose` gives and what it refuses. */
import type { FunctionCases } from "../kit/functionCases.ts";

export const cases: FunctionCases = {
  gives: [
    ['transpose({ a = ["1", "2"], b = ["2"] })', 'tomap({ "1" = tolist(["a"]), "2" = tolist(["a", "b"]) })'],
  ],
  refuses: ["transpose({ a = [null] })"],
};
