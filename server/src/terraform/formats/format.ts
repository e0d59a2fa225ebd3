/** The verbs of `format`: https://developer.hashicorp.com/terraform/language/functions/format */
import type { Location } from "../../base/location.ts";
import type { BigFloat } from "../bigFloat.ts";
import type { StringPart, Value } from "../value.ts";
import { isInteger, toBigInt } from "../bigFloat.ts";
import { convert } from "../convert.ts";
import { compactText, fixedText, scientificText, significantText } from "../formatNumber.ts";
import { partsOf } from "../parts.ts";
import { mostCharacters } from "../scope.ts";
import { boolType, numberType, stringType } from "../type.ts";
import { firstUnknown, isError, isWhollyKnown, knownText, literalPart } from "../value.ts";
import { graphemes } from "./graphemes.ts";
import { jsonParts } from "./jsonEncode.ts";

const tooLarge = { kind: "too large", subject: "format", at: undefined } as const;

interface Verb {
  readonly raw: string;
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  readonly mode: string;
}

const verbPattern = /%([ +\-0#]*)(\d*)(?:\.(\d*))?(?:\[(\d+)\])?(.?)/gsu;

/** The parts of the result, or what is wrong. */
export function formatParts(
  template: string,
  args: readonly Value[],
  origin: Location | undefined,
): readonly StringPart[] | string {
  const parts: StringPart[] = [];
  let position = 0;
  let next = 1;
  let highest = 0;
  let length = 0;
  for (const match of template.matchAll(verbPattern)) {
    parts.push(literalPart(template.slice(position, match.index), origin));
    position = match.index + match[0].length;
    const [raw, flags = "", width = "", precision, chosen, mode = ""] = match;
    if (mode === "%" && raw === "%%") {
      parts.push(literalPart("%", origin));
      continue;
    }
    const argument = chosen === undefined ? next : Number(chosen);
    next = argument + 1;
    highest = Math.max(highest, argument);
    const arg = args[argument - 1];
    if (mode === "" || mode === "%") return `unrecognized format "${raw}"`;
    if (arg === undefined) return `not enough arguments for "${raw}"`;
    const verb = {
      raw,
      flags,
      mode,
      width: optional(width),
      precision: precision === "" ? 0 : optional(precision),
    };
    const piece = formatVerb(verb, arg);
    if (typeof piece === "string") return piece;
    length += piece.reduce((sum, part) => sum + (part.kind === "literal" ? part.text.length : 0), 0);
    if (length > mostCharacters) return [{ kind: "unknown", reason: tooLarge, origin }];
    parts.push(...piece);
  }
  if (highest < args.length) return "too many arguments";
  return [...parts, literalPart(template.slice(position), origin)];
}

function optional(digits: string | undefined): number | undefined {
  return digits === undefined || digits === "" ? undefined : Math.min(Number(digits), 100_000);
}

function formatVerb(verb: Verb, arg: Value): readonly StringPart[] | string {
  if (isError(arg)) return [{ kind: "unknown", reason: arg.reason, origin: arg.origins[0] }];
  if (arg.kind === "null" && verb.mode !== "v") return `null value cannot be formatted for "${verb.raw}"`;
  switch (verb.mode) {
    case "v":
      return formatAsIs(verb, arg);
    case "t":
      return known(verb, convert(arg, boolType), (value) =>
        value.kind === "bool" ? String(value.value) : undefined,
      );
    case "s":
    case "q":
      return formatString(verb, arg);
    case "b":
    case "d":
    case "o":
    case "x":
    case "X":
    case "e":
    case "E":
    case "f":
    case "g":
    case "G":
      return known(verb, convert(arg, numberType), (value) =>
        value.kind === "number" ? formatNumber(verb, value.value) : undefined,
      );
    default:
      return `unsupported format verb in "${verb.raw}"`;
  }
}

/** Text for a known value, one unknown part for any other. */
function known(
  verb: Verb,
  value: Value,
  text: (value: Value) => string | undefined,
): readonly StringPart[] | string {
  if (isError(value)) return `unsupported value for "${verb.raw}": ${value.reason.message}`;
  const reason = firstUnknown(value);
  if (reason !== undefined) return [{ kind: "unknown", reason, origin: value.origins[0] }];
  const formatted = text(value);
  return formatted === undefined
    ? `unsupported value for "${verb.raw}": an integer is required`
    : [literalPart(formatted, value.origins[0])];
}

function formatAsIs(verb: Verb, arg: Value): readonly StringPart[] | string {
  if (!verb.flags.includes("#") && arg.kind === "string") return padParts(verb, arg.parts);
  if (!verb.flags.includes("#") && arg.kind === "number") {
    return [literalPart(pad(verb, compactText(arg.value)), arg.origins[0])];
  }
  if (arg.kind === "unknown" || arg.kind === "reference") return partsOf(arg);
  if (isWhollyKnown(arg)) return padParts(verb, jsonParts(arg));
  return [{ kind: "unknown", reason: firstUnknown(arg) ?? noReason, origin: arg.origins[0] }];
}

const noReason = { kind: "known after apply", subject: "", at: undefined } as const;

function formatString(verb: Verb, arg: Value): readonly StringPart[] | string {
  const text = convert(arg, stringType);
  if (isError(text)) return `unsupported value for "${verb.raw}": ${text.reason.message}`;
  const parts = partsOf(text);
  const whole = knownText(parts);
  if (whole === undefined) {
    const plain = verb.mode === "s" && !verb.precision && verb.width === undefined;
    return plain
      ? parts
      : [{ kind: "unknown", reason: firstUnknown(text) ?? noReason, origin: text.origins[0] }];
  }
  if (verb.mode === "s" && !verb.precision) return padParts(verb, parts);
  const cut = verb.precision ? graphemes(whole).slice(0, verb.precision).join("") : whole;
  const written =
    verb.mode === "q"
      ? (knownText(jsonParts({ ...text, kind: "string", parts: [literalPart(cut)] })) ?? "")
      : cut;
  return [literalPart(pad(verb, written), text.origins[0])];
}

/** Padding beside parts that keep their places. */
function padParts(verb: Verb, parts: readonly StringPart[]): readonly StringPart[] {
  const whole = knownText(parts);
  if (whole === undefined || verb.width === undefined) return parts;
  const padding = literalPart(pad(verb, whole).replace(whole, () => ""));
  return verb.flags.includes("-") ? [...parts, padding] : [padding, ...parts];
}

function pad({ flags, width = 0 }: Verb, text: string): string {
  const missing = Math.max(0, width - graphemes(text).length);
  const padding = (flags.includes("0") ? "0" : " ").repeat(missing);
  return flags.includes("-") ? text + padding : padding + text;
}

/** Undefined where the verb needs an integer and the number is none. */
function formatNumber(verb: Verb, value: BigFloat): string | undefined {
  const text = numberDigits(verb, value);
  if (text === undefined) return undefined;
  const digits = text.replace(/^-/, "");
  const sign = text.startsWith("-")
    ? "-"
    : verb.flags.includes("+")
      ? "+"
      : verb.flags.includes(" ")
        ? " "
        : "";
  const missing = Math.max(0, (verb.width ?? 0) - digits.length - sign.length);
  if (verb.flags.includes("-")) return sign + digits + " ".repeat(missing);
  const isInteger = "bdoxX".includes(verb.mode);
  const zeros = verb.flags.includes("0") && !(isInteger && verb.precision !== undefined);
  return zeros ? sign + "0".repeat(missing) + digits : " ".repeat(missing) + sign + digits;
}

function numberDigits(verb: Verb, value: BigFloat): string | undefined {
  switch (verb.mode) {
    case "e":
    case "E":
      return scientificText(value, verb.precision ?? 6, verb.mode);
    case "f":
      return fixedText(value, verb.precision ?? 6);
    case "g":
    case "G": {
      const letter = verb.mode === "g" ? "e" : "E";
      return verb.precision === undefined
        ? compactText(value, letter)
        : significantText(value, verb.precision, letter);
    }
    default:
      return isInteger(value) ? integerDigits(verb, toBigInt(value)) : undefined;
  }
}

const bases: Readonly<Record<string, number>> = { b: 2, o: 8, d: 10, x: 16, X: 16 };

function integerDigits(verb: Verb, value: bigint): string {
  const size = value < 0n ? -value : value;
  const digits = size.toString(bases[verb.mode] ?? 10);
  const cased = verb.mode === "X" ? digits.toUpperCase() : digits;
  const padded = verb.precision === 0 && size === 0n ? "" : cased.padStart(verb.precision ?? 0, "0");
  return (value < 0n ? "-" : "") + alternatePrefix(verb) + padded;
}

function alternatePrefix({ flags, mode }: Verb): string {
  if (!flags.includes("#")) return "";
  switch (mode) {
    case "b":
      return "0b";
    case "o":
      return "0";
    case "x":
      return "0x";
    case "X":
      return "0X";
    default:
      return "";
  }
}
