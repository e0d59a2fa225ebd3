/** How symbolic strings begin and end, as far as that is certain. */
import type { StringValue } from "../value.ts";
import { asKnownString } from "../value.ts";

/** Undefined when the text in front of the first symbol does not decide. */
export function decideStart(value: StringValue, prefix: string): boolean | undefined {
  const whole = asKnownString(value);
  if (whole !== undefined) return whole.startsWith(prefix);
  const first = value.parts[0];
  const start = first?.kind === "literal" ? first.text : "";
  if (start.length >= prefix.length) return start.startsWith(prefix);
  return prefix.startsWith(start) ? undefined : false;
}

/** Undefined when the text behind the last symbol does not decide. */
export function decideEnd(value: StringValue, suffix: string): boolean | undefined {
  const whole = asKnownString(value);
  if (whole !== undefined) return whole.endsWith(suffix);
  const last = value.parts.at(-1);
  const end = last?.kind === "literal" ? last.text : "";
  if (end.length >= suffix.length) return end.endsWith(suffix);
  return suffix.endsWith(end) ? undefined : false;
}
