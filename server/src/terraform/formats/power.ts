/**
 * Powers as Go computes them, to the last bit: by repeated squaring of the fraction, exponents apart.
 * https://pkg.go.dev/math#Pow
 */

/** A fraction in the exponent gives a result whose last bits depend on the machine. */
export function power(base: number, exponent: number): number | "inexact" {
  if (exponent === 0 || base === 1) return 1;
  if (exponent === 1) return base;
  if (base === 0 || !Number.isFinite(base) || !Number.isFinite(exponent)) return base ** exponent;
  if (exponent === 0.5) return Math.sqrt(base);
  if (exponent === -0.5) return 1 / Math.sqrt(base);
  const size = Math.abs(exponent);
  if (!Number.isInteger(size)) return base < 0 ? NaN : "inexact";
  return size >= 2 ** 63 ? base ** exponent : squared(base, size, exponent < 0);
}

function squared(base: number, size: number, inverse: boolean): number {
  let result = 1;
  let resultExponent = 0;
  let [factor, factorExponent] = split(base);
  for (let rest = BigInt(size); rest !== 0n; rest >>= 1n) {
    if (Math.abs(factorExponent) > 4096) {
      resultExponent += factorExponent;
      break;
    }
    if ((rest & 1n) === 1n) {
      result *= factor;
      resultExponent += factorExponent;
    }
    factor *= factor;
    factorExponent *= 2;
    if (factor < 0.5) {
      factor += factor;
      factorExponent--;
    }
  }
  return inverse ? scale(1 / result, -resultExponent) : scale(result, resultExponent);
}

/** The number as a fraction from 0.5 up to 1 and a power of two. */
function split(value: number): [number, number] {
  let exponent = Math.max(-1074, Math.floor(Math.log2(Math.abs(value))) + 1);
  let fraction = scale(value, -exponent);
  while (Math.abs(fraction) < 0.5) {
    fraction *= 2;
    exponent--;
  }
  while (Math.abs(fraction) >= 1) {
    fraction /= 2;
    exponent++;
  }
  return [fraction, exponent];
}

/** `value × 2^exponent`, in steps that stay in range. */
function scale(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
