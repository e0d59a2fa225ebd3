/**
 * Numbers as text: the shortest decimal digits that read back as the same number of the same precision,
 * which is how Terraform writes a number into a string, and the forms that `format` knows.
 */
import type { BigFloat } from "./bigFloat.ts";
import { absolute, bitLength, isNegative, toBigInt } from "./bigFloat.ts";

/** `0.d1d2d3… × 10^point` */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

const safeBits = 53;

/** Without exponent, with as many digits as the number needs: Terraform's conversion to a string. */
export function numberText(value: BigFloat): string {
  if (value.mantissa === 0n) return `${signOf(value)}0`;
  if (value.exponent >= 0 && bitLength(absolute(value).mantissa) + value.exponent <= safeBits) {
    return toBigInt(value).toString();
  }
  return signOf(value) + plain(shortest(absolute(value)));
}

/** `%g` without precision: an exponent where it is below -4 or above 5. */
export function compactText(value: BigFloat, letter = "e"): string {
  const decimal = shortest(absolute(value));
  const exponent = decimal.point - 1;
  const useExponent = value.mantissa !== 0n && (exponent < -4 || exponent >= 6);
  return signOf(value) + (useExponent ? scientific(decimal, letter) : plain(decimal));
}

/** `%.Nf` */
export function fixedText(value: BigFloat, places: number): string {
  const scaled = roundedQuotient(absolute(value), places);
  const digits = scaled.toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  return signOf(value) + (places === 0 ? whole : `${whole}.${digits.slice(digits.length - places)}`);
}

/** `%.Ne` */
export function scientificText(value: BigFloat, places: number, letter: string): string {
  const decimal = roundTo(exact(absolute(value)), places + 1);
  return signOf(value) + scientific({ ...decimal, digits: decimal.digits.padEnd(places + 1, "0") }, letter);
}

/** `%.Ng`: at most N digits, an exponent where it is below -4 or not below N. */
export function significantText(value: BigFloat, significant: number, letter: string): string {
  const wanted = Math.max(significant, 1);
  const decimal = roundTo(exact(absolute(value)), wanted);
  const exponent = decimal.point - 1;
  const { length } = decimal.digits;
  const limit = wanted > length && length >= decimal.point ? length : wanted;
  const text = exponent < -4 || exponent >= limit ? scientific(decimal, letter) : plain(decimal);
  return signOf(value) + text;
}

function signOf(value: BigFloat): string {
  return isNegative(value) ? "-" : "";
}

function plain({ digits, point }: Decimal): string {
  if (point <= 0) return digits === "" ? "0" : `0.${"0".repeat(-point)}${digits}`;
  if (digits.length <= point) return digits.padEnd(point, "0");
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

function scientific({ digits, point }: Decimal, letter: string): string {
  const exponent = digits.replace(/^0+$/, "") === "" ? 0 : point - 1;
  const first = digits.charAt(0) || "0";
  const rest = digits.slice(1);
  const power = Math.abs(exponent).toString().padStart(2, "0");
  return `${first}${rest === "" ? "" : `.${rest}`}${letter}${exponent < 0 ? "-" : "+"}${power}`;
}

/** All digits. A binary fraction always has finitely many decimal ones. */
function exact(value: BigFloat): Decimal {
  if (value.mantissa === 0n) return { digits: "", point: 0 };
  return decimalOf(value.mantissa, value.exponent);
}

function decimalOf(mantissa: bigint, exponent: number): Decimal {
  const scaled = exponent >= 0 ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(-exponent);
  const text = scaled.toString();
  return { digits: text.replace(/0+$/, ""), point: text.length + Math.min(exponent, 0) };
}

function roundTo(decimal: Decimal, length: number): Decimal {
  if (decimal.digits.length <= length) return decimal;
  const rest = decimal.digits.slice(length);
  const kept = decimal.digits.slice(0, length);
  const odd = Number(kept.at(-1) ?? "0") % 2 === 1;
  const up = rest.charAt(0) > "5" || (rest.charAt(0) === "5" && (rest.length > 1 || odd));
  return up ? incremented(kept, decimal.point) : { digits: kept.replace(/0+$/, ""), point: decimal.point };
}

function incremented(digits: string, point: number): Decimal {
  const next = (BigInt(digits || "0") + 1n).toString().padStart(digits.length, "0");
  return { digits: next.replace(/0+$/, ""), point: point + (next.length - digits.length) };
}

/** `value × 10^places` as an integer, halves to even. */
function roundedQuotient(value: BigFloat, places: number): bigint {
  const scaled = value.mantissa * 10n ** BigInt(places);
  if (value.exponent >= 0) return scaled << BigInt(value.exponent);
  const shift = BigInt(-value.exponent);
  const whole = scaled >> shift;
  const rest = scaled - (whole << shift);
  const half = 1n << (shift - 1n);
  return rest > half || (rest === half && whole % 2n === 1n) ? whole + 1n : whole;
}

/** The fewest digits that lie within half a step of the number, a step being that of its precision. */
function shortest(value: BigFloat): Decimal {
  const all = exact(value);
  if (all.digits.length <= 15) return all;
  let [low, high] = [1, all.digits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isWithinHalfStep(roundTo(all, middle), value)) high = middle;
    else low = middle + 1;
  }
  return roundTo(all, low);
}

/** Both compared as multiples of a common power of ten and two. */
function isWithinHalfStep({ digits, point }: Decimal, value: BigFloat): boolean {
  const size = bitLength(value.mantissa);
  const half = value.exponent + size - value.precision - 1;
  const ten = BigInt(Math.max(0, digits.length - point));
  const two = BigInt(Math.max(0, -half, -value.exponent));
  const scale = (10n ** ten) << two;
  const decimal = (BigInt(digits) * 10n ** BigInt(Math.max(0, point - digits.length)) * scale) / 10n ** ten;
  const exactly = shift(value.mantissa * 10n ** ten, value.exponent + Number(two));
  const distance = decimal > exactly ? decimal - exactly : exactly - decimal;
  const limit = shift(10n ** ten, half + Number(two));
  return distance < limit || (distance === limit && size < value.precision);
}

function shift(value: bigint, bits: number): bigint {
  return bits >= 0 ? value << BigInt(bits) : value >> BigInt(-bits);
}
