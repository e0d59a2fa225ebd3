/** The values of a condition on `sts:ExternalId`, as what might be made right. */
import { nearest } from "../../base/nearest.ts";
import type { Condition } from "../../iam/policy.ts";
import { describe, knownText, type SymbolicString } from "../../iam/symbolic.ts";
import { isIntegrationId } from "../../spacelift/identifiers.ts";
import { isPhase } from "../../spacelift/phases.ts";
import { isPossibleSlug } from "../../spacelift/slug.ts";
import type { ModuleView } from "../moduleView.ts";
import { admits, align, segmentsOf, type Alignment } from "./idSegments.ts";
import { templateFor } from "./idTemplates.ts";
import type { JudgedPolicy } from "./judgedPolicy.ts";
import { writtenValue, type WrittenValue } from "./writtenValue.ts";

export interface Candidate {
  readonly condition: Condition;
  readonly place: WrittenValue;
  /** By segments; several where one expression makes several values. */
  readonly values: readonly (readonly SymbolicString[])[];
  /** Wildcards are wildcards. */
  readonly isLike: boolean;
}

export function candidatesIn(view: ModuleView, condition: Condition): readonly Candidate[] {
  const isLike = condition.operator.name.endsWith("Like");
  const found = new Map<string, Candidate>();
  for (const value of condition.values) {
    const place = value.kind === "string" ? writtenValue(view, value, condition) : undefined;
    if (value.kind !== "string" || !place) continue;
    const key = `${place.file.uri} ${place.span.start}`;
    const values = [...(found.get(key)?.values ?? []), segmentsOf(value.value)];
    found.set(key, { condition, place, values, isLike });
  }
  return [...found.values()];
}

export function rightness(candidate: Candidate, ids: readonly SymbolicString[]): number {
  return Math.max(...ids.map((id) => aligned(candidate, id).alignment.score));
}

/** The external ID, or a pattern for it, with what the value has of it. Undefined where a part cannot be named. */
export function composeId(
  view: ModuleView,
  policy: JudgedPolicy,
  candidate: Candidate,
  id: SymbolicString,
  like: boolean,
): string | undefined {
  const { alignment, segments, sources } = aligned(candidate, id);
  const sentSegments = segmentsOf(id);
  if (like && sentSegments.length === 4 && isForAll(candidate)) {
    const account = templateFor(view, policy, candidate.place, sentSegments[0] ?? []);
    return account === undefined ? undefined : `${account}@*`;
  }
  const parts = sentSegments.map((sent, index) => {
    const at = alignment.meant[index] ?? -1;
    const [own, source] = [segments[at], sources[at]];
    const isWild = own !== undefined && !like && /[*?]/.test(describe(own));
    if (own && source !== undefined && !isWild && isRight(own, sent, index)) return source;
    return (
      templateFor(view, policy, candidate.place, sent) ??
      (like && index > 0 ? "*" : isWild ? undefined : source)
    );
  });
  if (parts.includes(undefined)) return undefined;
  const text = parts.join("@");
  return like ? text.replace(/(@\*)+$/, "@*") : text;
}

/** `acme:*`: a single part with a wildcard at its end was meant for all that an account sends. */
function isForAll({ values, isLike }: Candidate): boolean {
  return (
    isLike && values.every(([only, ...others]) => others.length === 0 && /[*]$/.test(describe(only ?? [])))
  );
}

/** Nobody can tell whether the name of an account is right; of the rest it is better to write what is sent. */
function isRight(own: SymbolicString, sent: SymbolicString, index: number): boolean {
  return index === 0 ? !/[*?]/.test(describe(own)) : admits(own, sent) === "yes";
}

interface Aligned {
  readonly alignment: Alignment;
  readonly segments: readonly SymbolicString[];
  readonly sources: readonly string[];
}

function aligned(candidate: Candidate, id: SymbolicString): Aligned {
  const all = candidate.values.flatMap((segments) => alignments(candidate, segments, segmentsOf(id)));
  return all.reduce((a, b) => (b.alignment.score > a.alignment.score ? b : a));
}

/** A `*` at the end may stand for all that follows. */
function alignments(
  { place, isLike }: Candidate,
  value: readonly SymbolicString[],
  sent: readonly SymbolicString[],
): readonly Aligned[] {
  const written = usable(value, place.segments, sent.length);
  const { segments, sources } = written;
  const asWritten = { ...written, alignment: align(segments, sent) };
  const missing = sent.length - segments.length;
  const last = segments.at(-1);
  if (!isLike || missing <= 0 || !last || knownText(last) !== "*") return [asWritten];
  const all = [...segments, ...Array.from({ length: missing }, () => last)];
  const padded = {
    segments: all,
    sources: [...sources, ...Array.from({ length: missing }, () => "*")],
    alignment: align(all, sent),
  };
  return [padded, asWritten];
}

/**
 * Nothing of a single word, which may be anything, of text that is not written segment by segment, and of another
 * form of external IDs.
 */
function usable(
  segments: readonly SymbolicString[],
  sources: readonly string[],
  sent: number,
): Pick<Aligned, "segments" | "sources"> {
  const [only, ...others] = segments;
  const isWord = only !== undefined && others.length === 0 && knownText(only) !== undefined && sent > 1;
  const isOther = sent < 4 && segments.length !== sent;
  return isWord || isOther || segments.length !== sources.length
    ? { segments: [], sources: [] }
    : { segments, sources };
}

/** True for a value that may be the ID of another stack or integration, and not a slip. */
export function mayMeanOther(candidate: Candidate, ids: readonly SymbolicString[]): boolean {
  return ids.every((id) => {
    const sent = segmentsOf(id);
    const { segments } = aligned(candidate, id);
    if (sent.length === 1 || segments.length !== sent.length) return false;
    const [account, ...others] = segments;
    return (
      account !== undefined &&
      admits(account, sent[0] ?? []) !== "no" &&
      others.every((segment, index) => isPlausible(segment, sent[index + 1] ?? [], index, others.length))
    );
  });
}

function isPlausible(segment: SymbolicString, sent: SymbolicString, index: number, count: number): boolean {
  const text = knownText(segment);
  if (text === undefined || text === "*" || admits(segment, sent) !== "no") return true;
  const part = count === 1 ? "slug" : (["integration", "slug", "phase"] as const)[index];
  switch (part) {
    case "integration":
      return isIntegrationId(text);
    case "slug":
      return isPossibleSlug(text) && nearest(text, [knownText(sent) ?? ""]) === undefined;
    case "phase":
      return isPhase(text);
    default:
      return false;
  }
}
