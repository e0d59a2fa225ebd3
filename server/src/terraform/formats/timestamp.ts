/** Moments in RFC 3339 notation, with the offset in which they are written. */

export interface Timestamp {
  /** Nanoseconds since 1970 in UTC. */
  readonly nanoseconds: bigint;
  /** Minutes east of UTC. */
  readonly offset: number;
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d+))?(Z|([+-])(\d{2}):(\d{2}))$/;
const minute = 60_000;

/** Undefined where the text is no such moment. */
export function parseTimestamp(text: string): Timestamp | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minutes = 0, seconds = 0] = match.slice(1, 7).map(Number);
  const [, , , , , , , fraction = "", zone, sign, zoneHours = "0", zoneMinutes = "0"] = match;
  if (!isDate(year, month, day) || hour > 23 || minutes > 59 || seconds > 59) return undefined;
  if (Number(zoneHours) > 23 || Number(zoneMinutes) > 59) return undefined;
  const east = Number(zoneHours) * 60 + Number(zoneMinutes);
  const offset = zone === "Z" ? 0 : sign === "-" ? -east : east;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minutes, seconds);
  const nanoseconds = BigInt(date.getTime() - offset * minute) * 1_000_000n;
  return { nanoseconds: nanoseconds + BigInt(fraction.slice(0, 9).padEnd(9, "0")), offset };
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return day <= last.getUTCDate();
}

/** The calendar fields as they read at the moment's offset. */
export function localDate({ nanoseconds, offset }: Timestamp): Date {
  const milliseconds = floorDivide(nanoseconds, 1_000_000n);
  return new Date(Number(milliseconds) + offset * minute);
}

function floorDivide(a: bigint, b: bigint): bigint {
  return a >= 0n ? a / b : -((-a + b - 1n) / b);
}

/** Without fractions of a second. */
export function timestampText(timestamp: Timestamp): string {
  const date = localDate(timestamp);
  const year = date.getUTCFullYear().toString().padStart(4, "0");
  const rest = date
    .toISOString()
    .replace(/^[+-]?\d+-/, "")
    .slice(0, 14);
  return `${year}-${rest}${offsetText(timestamp.offset, ":", "Z")}`;
}

/** `+01:00` with the separator, or `zero` for UTC. */
export function offsetText(offset: number, separator: string, zero: string): string {
  if (offset === 0 && zero !== "") return zero;
  const size = Math.abs(offset);
  const pad = (value: number): string => value.toString().padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}${separator}${pad(size % 60)}`;
}

const units: ReadonlyMap<string, bigint> = new Map([
  ["ns", 1n],
  ["us", 1_000n],
  ["µs", 1_000n],
  ["μs", 1_000n],
  ["ms", 1_000_000n],
  ["s", 1_000_000_000n],
  ["m", 60_000_000_000n],
  ["h", 3_600_000_000_000n],
]);

/** A duration such as `-1h30m` in nanoseconds: https://pkg.go.dev/time#ParseDuration */
export function parseDuration(text: string): bigint | undefined {
  const sign = /^[+-]/.exec(text)?.[0] ?? "";
  let rest = text.slice(sign.length);
  if (rest === "0") return 0n;
  if (rest === "") return undefined;
  let total = 0n;
  while (rest !== "") {
    const match = /^(\d*)(?:\.(\d*))?([^\d.]+)/.exec(rest);
    const unit = match === null ? undefined : units.get(match[3] ?? "");
    const [whole = "", part = ""] = match?.slice(1, 3) ?? [];
    if (match === null || unit === undefined || whole + part === "") return undefined;
    total += BigInt(whole || "0") * unit + (BigInt(part || "0") * unit) / 10n ** BigInt(part.length);
    rest = rest.slice(match[0].length);
  }
  if (total >= 1n << 63n) return undefined;
  return sign === "-" ? -total : total;
}
