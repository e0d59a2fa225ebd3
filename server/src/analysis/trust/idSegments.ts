/** External IDs and the values of conditions by their segments, and which segment was meant for which. */
import { decide } from "../../iam/decide.ts";
import { match, type Truth } from "../../iam/formula.ts";
import { likePattern, partsOf } from "../../iam/pattern.ts";
import { concat, knownText, type SymbolicString } from "../../iam/symbolic.ts";
import { isIntegrationId } from "../../spacelift/identifiers.ts";

/** What stands between the `@`. */
export function segmentsOf(value: SymbolicString): readonly SymbolicString[] {
  const found: SymbolicString[] = [[]];
  for (const part of value) {
    if (part.kind === "symbol") {
      found.push(concat(found.pop() ?? [], part));
      continue;
    }
    const [first = "", ...rest] = part.text.split("@");
    found.push(concat(found.pop() ?? [], first), ...rest.map((text) => concat(text)));
  }
  return found;
}

/** Whether a segment of a value, read as a pattern, admits a segment of an external ID. */
export function admits(wanted: SymbolicString, sent: SymbolicString): Truth {
  return decide(match(sent, likePattern(partsOf(wanted))));
}

export interface Alignment {
  /** For each segment of the external ID the index of the segment that was meant for it, if there is one. */
  readonly meant: readonly (number | undefined)[];
  /** The higher the more of the value is right. */
  readonly score: number;
}

/**
 * The segments of a value that admit those of an external ID, in the same order. Where as many are written as are
 * sent, each is meant for the one in its place.
 */
export function align(written: readonly SymbolicString[], sent: readonly SymbolicString[]): Alignment {
  return written.length === sent.length ? inPlace(written, sent) : best(written, sent, 0);
}

function best(
  written: readonly SymbolicString[],
  [first, ...others]: readonly SymbolicString[],
  from: number,
): Alignment {
  if (first === undefined) return { meant: [], score: 0 };
  let found = after(undefined, best(written, others, from), 0);
  for (const [offset, segment] of written.slice(from).entries()) {
    const points = pointsFor(segment, first);
    if (points === 0) continue;
    const index = from + offset;
    const candidate = after(index, best(written, others, index + 1), points);
    if (candidate.score > found.score) found = candidate;
  }
  return found;
}

function after(meant: number | undefined, rest: Alignment, points: number): Alignment {
  return { meant: [meant, ...rest.meant], score: rest.score + points };
}

function inPlace(written: readonly SymbolicString[], sent: readonly SymbolicString[]): Alignment {
  const points = sent.map((segment, index) => pointsFor(written[index] ?? [], segment));
  return {
    meant: points.map((each, index) => (each > 0 ? index : undefined)),
    score: points.reduce((sum, each) => sum + each, 0),
  };
}

/** What is certain counts most, and what would admit anything least. */
function pointsFor(wanted: SymbolicString, sent: SymbolicString): number {
  if (knownText(wanted) === "*") return 1;
  const [kind, sentKind] = [kindOf(wanted), kindOf(sent)];
  if (kind !== undefined && sentKind !== undefined && kind !== sentKind) return 0;
  const points = { yes: 3, unknown: 2, no: 0 } as const;
  return points[admits(wanted, sent)];
}

/** Of a segment that is an integration's ID, a stack's slug and so on, and nothing else. */
function kindOf(segment: SymbolicString): string | undefined {
  const [only, ...others] = segment;
  if (!only || others.length > 0) return undefined;
  if (only.kind === "symbol") return only.distinctAs;
  return isIntegrationId(only.text) ? "integration" : undefined;
}
