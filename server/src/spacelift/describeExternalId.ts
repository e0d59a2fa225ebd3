/**
 * Takes an external ID, or a pattern for one, apart: which format it has, and what each segment stands for.
 * https://docs.spacelift.io/integrations/cloud-providers/aws
 */
import { assertNever } from "../base/assertNever.ts";
import type { Span } from "../base/span.ts";
import { firstForeignCharacter } from "./externalId.ts";
import type { ExternalIdFormat } from "./externalId.ts";
import { isAccountName, isIntegrationId, ulidLength } from "./identifiers.ts";
import { isPhase } from "./phases.ts";
import { isPossibleSlug, slugAlphabet } from "./slug.ts";

export type ExternalIdPart = "account" | "integration" | "slug" | "phase";

export interface ExternalIdSegment {
  /** What it stands for: one part, or several where a `*` at the end swallows the rest. */
  readonly parts: readonly ExternalIdPart[];
  readonly text: string;
  /** Offsets in the text that was described. */
  readonly span: Span;
  /** It has a `*` or `?`, which is a wildcard under `StringLike` and a plain character elsewhere. */
  readonly wild: boolean;
  /** It has a hole, so that only Terraform knows it. */
  readonly symbolic: boolean;
  /** Why it cannot be what it stands for, as a sentence; only for segments without wildcards and holes. */
  readonly doubt?: string;
}

type ExternalIdDescription =
  | {
      readonly kind: "externalId";
      readonly format: ExternalIdFormat;
      readonly segments: readonly ExternalIdSegment[];
    }
  | { readonly kind: "other"; readonly reason: string };

/** Stands in a described text for each character of an interpolation, so that spans stay right. */
export const hole = "\uFFFC";

/** Describes a literal, a pattern, or a template whose interpolations are filled with `hole` characters. */
export function describeExternalId(text: string): ExternalIdDescription {
  const literal = text.replaceAll(/[*?]/g, "").replaceAll(hole, "");
  const foreign = firstForeignCharacter(literal);
  if (foreign !== undefined) return other(`"${foreign}" can never be part of an external ID.`);
  if (text === "") return other("It is empty.");
  if (/^\*+$/.test(text)) return other("It admits every external ID, those of other Spacelift accounts too.");
  const pieces = split(text);
  if (pieces.length === 1) return other(`There is no "@" after the account's name.`);
  if (pieces.some((piece) => piece.text === "")) return other("A segment is empty.");
  if (pieces.length > 4) return other("It has more than four parts.");
  return pieces.length === 2 ? describeTwo(pieces) : described("at", assign(pieces, atParts));
}

const atParts: readonly ExternalIdPart[] = ["account", "integration", "slug", "phase"];

interface Piece {
  readonly text: string;
  readonly start: number;
}

function split(text: string): readonly Piece[] {
  let start = 0;
  return text.split("@").map((part) => {
    const piece = { text: part, start };
    start += part.length + 1;
    return piece;
  });
}

/** An integration's ID after a hyphen, at the end: a literal one, a hole, or a wildcard. */
const hyphenIntegration = new RegExp(`-(?:[0-9A-Z]{${ulidLength}}|${hole}+|[^-]*[*?][^-]*)$`);

/** What an integration's ID can begin with, and a `*` for all that follows. */
const beginsIntegration = new RegExp(`^[0-9A-Z${hole}]*\\*$`);

/** A phase after a hyphen, at the end. */
const hyphenPhase = /-(?:read|write|\*)$/;

/** With one `@` it is the beginning of an `at` pattern, the hyphen format, or the two-part format. */
function describeTwo(pieces: readonly Piece[]): ExternalIdDescription {
  const [first, second] = pieces;
  if (first === undefined || second === undefined) return other("It has no parts.");
  const head = cutBefore(first, hyphenIntegration);
  const tail = cutBefore(second, hyphenPhase);
  if (head !== undefined && tail !== undefined) {
    return described("hyphen", assign([...head, ...tail], atParts));
  }
  if (head !== undefined && isIntegrationId(head[1].text) && second.text.endsWith("*")) {
    return described("hyphen", assign([...head, second], atParts));
  }
  if (beginsIntegration.test(second.text)) return described("at", assign(pieces, atParts));
  if (isIntegrationId(second.text)) {
    return other("It ends after the integration's ID: the stack or module and the phase are missing.");
  }
  return described("twoPart", assign(pieces, ["account", "slug"]));
}

/** Cuts a piece in two before its match, which begins with a hyphen that belongs to neither. */
function cutBefore(piece: Piece, pattern: RegExp): readonly [Piece, Piece] | undefined {
  const at = pattern.exec(piece.text)?.index;
  if (at === undefined || at === 0) return undefined;
  return [
    { text: piece.text.slice(0, at), start: piece.start },
    { text: piece.text.slice(at + 1), start: piece.start + at + 1 },
  ];
}

/** Gives each piece its part, and the last one all that are left where it ends with a `*`. */
function assign(pieces: readonly Piece[], parts: readonly ExternalIdPart[]): readonly ExternalIdSegment[] {
  return pieces.map((piece, index) => {
    const last = index === pieces.length - 1;
    return segment(
      piece,
      last && piece.text.endsWith("*") ? parts.slice(index) : parts.slice(index, index + 1),
    );
  });
}

function segment(piece: Piece, parts: readonly ExternalIdPart[]): ExternalIdSegment {
  const { text, start } = piece;
  const wild = /[*?]/.test(text);
  const symbolic = text.includes(hole);
  const part = parts[0];
  const doubt = wild || symbolic || part === undefined ? undefined : doubtAbout(part, text);
  return {
    parts,
    text,
    span: { start, end: start + text.length },
    wild,
    symbolic,
    ...(doubt === undefined ? {} : { doubt }),
  };
}

function doubtAbout(part: ExternalIdPart, text: string): string | undefined {
  switch (part) {
    case "account":
      return isAccountName(text)
        ? undefined
        : `An account's name has 2 to 38 letters, digits, "_" and "-", and begins with a letter or digit.`;
    case "integration":
      return isIntegrationId(text)
        ? undefined
        : `An integration's ID has ${ulidLength} capital letters and digits, such as 01FPAH5J0JFYSM5953T9KT2VS9.`;
    case "slug":
      return isPossibleSlug(text) ? undefined : `A slug has only ${slugAlphabet}.`;
    case "phase":
      return isPhase(text) ? undefined : `The phase is "read" or "write".`;
    default:
      return assertNever(part);
  }
}

/** Three segments without a `*` at the end admit nothing: the phase is missing. */
function described(format: ExternalIdFormat, segments: readonly ExternalIdSegment[]): ExternalIdDescription {
  const whole = format === "twoPart" ? 2 : 4;
  const covered = segments.reduce((count, { parts }) => count + parts.length, 0);
  const open = segments.at(-1)?.symbolic === true;
  return covered === whole || open
    ? { kind: "externalId", format, segments }
    : other("The last part is missing: the phase, read or write.");
}

function other(reason: string): ExternalIdDescription {
  return { kind: "other", reason };
}
