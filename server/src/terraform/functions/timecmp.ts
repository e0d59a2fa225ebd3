/** `timecmp(a, b)`: https://developer.hashicorp.com/terraform/language/functions/timecmp */
import type { FunctionDefinition } from "./definition.ts";
import { parseTimestamp } from "../formats/timestamp.ts";
import { numberType } from "../type.ts";
import { text } from "./parameters.ts";
import { failure, integerResult } from "./result.ts";

export const timecmp: FunctionDefinition = {
  parameters: [text("timestamp_a"), text("timestamp_b")],
  result: numberType,
  call(args) {
    const [a, b] = [parseTimestamp(args.text(0)), parseTimestamp(args.text(1))];
    if (a === undefined || b === undefined) return failure("not a valid RFC3339 timestamp");
    return integerResult(a.nanoseconds < b.nanoseconds ? -1 : a.nanoseconds > b.nanoseconds ? 1 : 0);
  },
};
