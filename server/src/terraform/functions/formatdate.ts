/** `formatdate(format, timestamp)`: https://developer.hashicorp.com/terraform/language/functions/formatdate */
import type { Timestamp } from "../formats/timestamp.ts";
import type { FunctionDefinition } from "./definition.ts";
import { localDate, offsetText, parseTimestamp } from "../formats/timestamp.ts";
import { stringType } from "../type.ts";
import { stringValue } from "../value.ts";
import { text } from "./parameters.ts";
import { failure } from "./result.ts";

export const formatdate: FunctionDefinition = {
  parameters: [text("format"), text("time")],
  result: stringType,
  call(args) {
    const timestamp = parseTimestamp(args.text(1));
    if (timestamp === undefined) return failure("not a valid RFC3339 timestamp");
    let result = "";
    for (const token of tokensOf(args.text(0))) {
      const piece = pieceFor(token, timestamp);
      if (piece === undefined) return failure(`invalid date format verb "${token}"`);
      result += piece;
    }
    return stringValue(result);
  },
};

/** A quoted text, a run of one letter, or a run of anything else. */
const tokenPattern = /'(?:[^']|'')*'?|([A-Za-z])\1*|[^'A-Za-z]+/gs;

function tokensOf(format: string): readonly string[] {
  return format.match(tokenPattern) ?? [];
}

function pieceFor(token: string, timestamp: Timestamp): string | undefined {
  if (token.startsWith("'")) return unquote(token);
  return /^[A-Za-z]/.test(token) ? field(token, localDate(timestamp), timestamp.offset) : token;
}

function unquote(token: string): string | undefined {
  if (token === "''") return "'";
  const closed = token.length > 1 && /^'(?:[^']|'')*'$/s.test(token);
  return closed ? token.slice(1, -1).replaceAll("''", "'") : undefined;
}

const months = "January February March April May June July August September October November December".split(
  " ",
);
const days = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

function field(token: string, date: Date, offset: number): string | undefined {
  const hour = date.getUTCHours();
  switch (token.charAt(0)) {
    case "Y":
      return yearField(token, date.getUTCFullYear());
    case "M":
      return named(token, date.getUTCMonth() + 1, months[date.getUTCMonth()] ?? "");
    case "D":
      return numbered(token, date.getUTCDate());
    case "E":
      return token.length < 3 ? undefined : named(token, 0, days[date.getUTCDay()] ?? "");
    case "h":
      return numbered(token, hour);
    case "H":
      return numbered(token, hour % 12 || 12);
    case "A":
      return token.length === 2 ? (hour < 12 ? "AM" : "PM") : undefined;
    case "a":
      return token.length === 2 ? (hour < 12 ? "am" : "pm") : undefined;
    case "m":
      return numbered(token, date.getUTCMinutes());
    case "s":
      return numbered(token, date.getUTCSeconds());
    case "Z":
      return zoneField(token.length, offset);
    default:
      return undefined;
  }
}

function yearField(token: string, year: number): string | undefined {
  if (token.length === 2) return (year % 100).toString().padStart(2, "0");
  return token.length === 4 ? year.toString().padStart(4, "0") : undefined;
}

function numbered(token: string, value: number): string | undefined {
  return token.length > 2 ? undefined : value.toString().padStart(token.length, "0");
}

function named(token: string, value: number, name: string): string | undefined {
  if (token.length === 3) return name.slice(0, 3);
  return token.length === 4 ? name : numbered(token, value);
}

function zoneField(length: number, offset: number): string | undefined {
  switch (length) {
    case 1:
      return offsetText(offset, ":", "Z");
    case 3:
      return offsetText(offset, "", "UTC");
    case 4:
      return offsetText(offset, "", "");
    case 5:
      return offsetText(offset, ":", "");
    default:
      return undefined;
  }
}
