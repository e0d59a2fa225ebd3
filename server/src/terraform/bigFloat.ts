/**
 * Binary floating-point numbers of arbitrary precision, rounded to nearest even, as Terraform computes
 * with them: Go's `big.Float`, 512 bits for what is written, fewer for what some functions return.
 * https://pkg.go.dev/math/big#Float
 */

/** `mantissa × 2^exponent`. The mantissa is odd, or 0 with exponent 0. */
export interface BigFloat {
  readonly mantissa: bigint;
  readonly exponent: number;
  /** The most bits that results of operations with it may have. */
  readonly precision: number;
  /** 0 has a sign too, which shows when it is written. */
  readonly negativeZero?: true;
}

/** The precision of numbers that are written. */
const fullPrecision = 512;
const integerPrecision = 64;
const doublePrecision = 53;

export const zero: BigFloat = { mantissa: 0n, exponent: 0, precision: fullPrecision };

/** The number of bits of a positive integer. */
export function bitLength(value: bigint): number {
  const hex = value.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(parseInt(hex.charAt(0), 16)));
}

/** The nearest number of the precision; `sticky` says that a little more lies beyond the mantissa. */
export function roundTo(mantissa: bigint, exponent: number, precision: number, sticky = false): BigFloat {
  if (mantissa === 0n) return { mantissa: 0n, exponent: 0, precision };
  const negative = mantissa < 0n;
  let size = negative ? -mantissa : mantissa;
  const excess = bitLength(size) - precision;
  if (excess > 0) {
    const shift = BigInt(excess);
    const rest = size & ((1n << shift) - 1n);
    const half = 1n << (shift - 1n);
    size >>= shift;
    exponent += excess;
    if (rest > half || (rest === half && (sticky || (size & 1n) === 1n))) size += 1n;
  }
  const zeros = bitLength(size & -size) - 1;
  size >>= BigInt(zeros);
  return { mantissa: negative ? -size : size, exponent: exponent + zeros, precision };
}

/** An integer as the functions return it that count something. */
export function fromInteger(value: number | bigint): BigFloat {
  return roundTo(BigInt(value), 0, integerPrecision);
}

export function fromBigInt(value: bigint): BigFloat {
  return roundTo(value, 0, fullPrecision);
}

/** The number that a double holds; undefined for infinities and NaN. */
export function fromDouble(value: number): BigFloat | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (value === 0) return signedZero(Object.is(value, -0), doublePrecision);
  let exponent = 0;
  while (!Number.isInteger(value)) {
    value *= 2;
    exponent--;
  }
  return roundTo(BigInt(value), exponent, doublePrecision);
}

const decimalNumber = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]+))?$/;
const largestExponent = 100_000;
const mostDigits = 20_000;
const mostBits = 1_000_000;

/** False for numbers with which calculating would take long; no configuration has them. */
export function isReasonable(a: BigFloat): boolean {
  return Math.abs(a.exponent) < mostBits;
}

/** Reads a decimal number. Undefined where it is none, or is beyond all use. */
export function parseDecimal(text: string, precision = fullPrecision): BigFloat | undefined {
  const match = decimalNumber.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", power = "0"] = match;
  const scale = Number(power) - fraction.length;
  if (whole + fraction === "" || text.length > mostDigits || Math.abs(scale) > largestExponent)
    return undefined;
  const digits = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  if (digits === 0n) return signedZero(sign === "-", precision);
  return scale >= 0
    ? roundTo(digits * 10n ** BigInt(scale), 0, precision)
    : quotient(digits, 10n ** BigInt(-scale), 0, precision);
}

function signedZero(negative: boolean, precision: number): BigFloat {
  const positive = { mantissa: 0n, exponent: 0, precision };
  return negative ? { ...positive, negativeZero: true } : positive;
}

export function isNegative(a: BigFloat): boolean {
  return a.mantissa < 0n || a.negativeZero === true;
}

function quotient(dividend: bigint, divisor: bigint, exponent: number, precision: number): BigFloat {
  if (dividend === 0n) return { mantissa: 0n, exponent: 0, precision };
  const negative = dividend < 0n !== divisor < 0n;
  const a = dividend < 0n ? -dividend : dividend;
  const b = divisor < 0n ? -divisor : divisor;
  const shift = Math.max(0, precision + 2 - (bitLength(a) - bitLength(b)));
  const shifted = a << BigInt(shift);
  const result = shifted / b;
  const sticky = shifted % b !== 0n;
  // One more bit below the result stands for the remainder, so that rounding sees it.
  const mantissa = (result << 1n) | (sticky ? 1n : 0n);
  return roundTo(negative ? -mantissa : mantissa, exponent - shift - 1, precision);
}

export function add(a: BigFloat, b: BigFloat): BigFloat {
  const exponent = Math.min(a.exponent, b.exponent);
  if (a.negativeZero && b.negativeZero) return a;
  return roundTo(shifted(a, exponent) + shifted(b, exponent), exponent, Math.max(a.precision, b.precision));
}

export function subtract(a: BigFloat, b: BigFloat): BigFloat {
  return add(a, negate(b));
}

/** Keeps as many bits as the product needs, up to the full precision. */
export function multiply(a: BigFloat, b: BigFloat): BigFloat {
  const precision = Math.max(a.precision, b.precision);
  if (a.mantissa === 0n || b.mantissa === 0n) return signedZero(isNegative(a) !== isNegative(b), precision);
  const product = roundTo(a.mantissa * b.mantissa, a.exponent + b.exponent, fullPrecision);
  const needed = bitLength(product.mantissa < 0n ? -product.mantissa : product.mantissa);
  return { ...product, precision: Math.max(precision, needed) };
}

/** The divisor must not be 0. */
export function divide(a: BigFloat, b: BigFloat): BigFloat {
  const precision = Math.max(a.precision, b.precision);
  if (a.mantissa === 0n) return signedZero(isNegative(a) !== isNegative(b), precision);
  return quotient(a.mantissa, b.mantissa, a.exponent - b.exponent, precision);
}

/** The remainder of a division towards zero; of a division by 0, the number itself. */
export function modulo(a: BigFloat, b: BigFloat): BigFloat {
  if (a.mantissa === 0n || b.mantissa === 0n) return a;
  const whole = truncate(divide(a, b));
  const back = roundTo(b.mantissa * whole.mantissa, b.exponent + whole.exponent, divide(a, b).precision);
  return { ...subtract(a, back), precision: divide(a, b).precision };
}

export function negate(a: BigFloat): BigFloat {
  if (a.mantissa === 0n) return signedZero(!isNegative(a), a.precision);
  return { ...a, mantissa: -a.mantissa };
}

export function absolute(a: BigFloat): BigFloat {
  return isNegative(a) ? negate(a) : a;
}

export function compare(a: BigFloat, b: BigFloat): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const [x, y] = [shifted(a, exponent), shifted(b, exponent)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function shifted(a: BigFloat, exponent: number): bigint {
  return a.mantissa << BigInt(a.exponent - exponent);
}

export function isInteger(a: BigFloat): boolean {
  return a.exponent >= 0;
}

/** Without the digits behind the point. */
function truncate(a: BigFloat): BigFloat {
  if (isInteger(a)) return a;
  return roundTo(toBigInt(a), 0, a.precision);
}

/** The whole part. */
export function toBigInt(a: BigFloat): bigint {
  return a.exponent >= 0 ? a.mantissa << BigInt(a.exponent) : a.mantissa / (1n << BigInt(-a.exponent));
}

/** The integer, where it is one that a double holds exactly. */
export function toSafeInteger(a: BigFloat): number | undefined {
  if (!isInteger(a) || bitLength(absolute(a).mantissa) + a.exponent > doublePrecision) return undefined;
  return Number(toBigInt(a));
}

/** The nearest double. */
export function toDouble(a: BigFloat): number {
  const rounded = roundTo(a.mantissa, a.exponent, doublePrecision);
  return Number(rounded.mantissa) * 2 ** rounded.exponent;
}

/** The smallest whole number that is not below. */
export function ceiling(a: BigFloat): BigFloat {
  if (isInteger(a)) return a;
  return roundTo(toBigInt(a) + (a.mantissa > 0n ? 1n : 0n), 0, a.precision);
}

/** The largest whole number that is not above. */
export function floorOf(a: BigFloat): BigFloat {
  if (isInteger(a)) return a;
  return roundTo(toBigInt(a) - (a.mantissa < 0n ? 1n : 0n), 0, a.precision);
}
