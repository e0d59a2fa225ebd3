/** `timeadd(timestamp, duration)`: https://developer.hashicorp.com/terraform/language/functions/timeadd */
import type { FunctionDefinition } from "./definition.ts";
import { parseDuration, parseTimestamp, timestampText } from "../formats/timestamp.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { text } from "./parameters.ts";
import { failure } from "./result.ts";

export const timeadd: FunctionDefinition = {
  parameters: [text("timestamp"), text("duration")],
  result: stringType,
  call(args) {
    const start = parseTimestamp(args.text(0));
    if (start === undefined) return failure("not a valid RFC3339 timestamp");
    const duration = parseDuration(args.text(1));
    if (duration === undefined) return failure("invalid duration");
    return stringValue(timestampText({ ...start, nanoseconds: start.nanoseconds + duration }));
  },
};
