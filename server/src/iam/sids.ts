/** The Sids of statements: which of them are the same for certain, and which perhaps. */
import type { Location } from "../base/location.ts";
import { readText } from "./elements.ts";
import type { Truth } from "./formula.ts";
import { shortestOf } from "./lengths.ts";
import { matches } from "./matching.ts";
import { exactPattern } from "./pattern.ts";
import { describe, identityOf, knownText, type SymbolicString } from "./symbolic.ts";
import type { RefusedValue, Value } from "./value.ts";

/** A Sid that a statement has, or may have. */
interface Sid {
  /** Undefined where nothing is known of it. */
  readonly text: SymbolicString | undefined;
  /** False for that of a statement of which nothing is known. */
  readonly isWritten: boolean;
  readonly origin: Location | undefined;
  /** The answers that it takes for the statement to be there with this Sid. */
  readonly under: readonly Answer[];
}

interface Answer {
  readonly condition: string;
  readonly holds: boolean;
}

/** Whether two statements have the same Sid; an empty one is none. */
export function haveSameSid(one: Value, other: Value): Truth {
  const others = sidsIn(other, []);
  const truths = sidsIn(one, []).flatMap((sid) => others.map((another) => areSame(sid, another)));
  if (truths.includes("yes")) return "yes";
  return truths.includes("unknown") ? "unknown" : "no";
}

/**
 * The Sids that are there a second time. Symbolic ones that one expression makes for several elements count as
 * different unless they are the same symbol: they are written so that they differ.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
export function repeatedSids(
  statements: readonly Value[],
  looped: ReadonlySet<Value> = new Set(),
): readonly RefusedValue[] {
  const sids = statements
    .flatMap((statement) => sidsIn(statement, looped.has(statement) ? [aLoopRuns] : []))
    .filter(({ isWritten }) => isWritten);
  return sids.flatMap((sid, index) => {
    const truths = new Set(
      sids.slice(0, index).map((before) => (areMadeAlike(before, sid) ? "no" : areSame(before, sid))),
    );
    return truths.has("yes") || truths.has("unknown") ? [refused(sid, truths.has("yes"))] : [];
  });
}

/** Stands for whatever it takes: it contradicts nothing. */
const aLoopRuns: Answer = { condition: "a loop runs", holds: true };

function refused({ text, origin }: Sid, isCertain: boolean): RefusedValue {
  return { kind: "refused", reason: "sid-repeated", detail: describe(text ?? []), origin, isCertain };
}

function sidsIn(statement: Value, under: readonly Answer[]): readonly Sid[] {
  const { kind, origin } = statement;
  const unread: Sid = { text: undefined, isWritten: false, origin, under };
  if (kind === "unknown") return eachUnder(statement, under, sidsIn) ?? [unread];
  if (kind !== "object") return [];
  return statement.entries.flatMap(({ key, value }) => {
    const name = knownText(key);
    if (name === undefined) return [unread];
    return name === "Sid" ? sidsFrom(value, under) : [];
  });
}

function sidsFrom(value: Value, under: readonly Answer[]): readonly Sid[] {
  const { origin } = value;
  const text = readText(value);
  if (text === undefined || (text.kind === "string" && text.value.length === 0)) return [];
  const all = value.kind === "unknown" ? eachUnder(value, under, sidsFrom) : undefined;
  return all ?? [{ text: text.kind === "string" ? text.value : undefined, isWritten: true, origin, under }];
}

/** Undefined where it is not known between what the choice is. */
function eachUnder(
  { choice }: Value & { readonly kind: "unknown" },
  under: readonly Answer[],
  read: (value: Value, under: readonly Answer[]) => readonly Sid[],
): readonly Sid[] | undefined {
  if (!choice) return undefined;
  const { condition, then, otherwise } = choice;
  return [
    ...then.flatMap((value) => read(value, [...under, { condition, holds: true }])),
    ...otherwise.flatMap((value) => read(value, [...under, { condition, holds: false }])),
  ];
}

/** "yes" only where both are there whatever the answers to conditions are. */
function areSame(one: Sid, other: Sid): Truth {
  const excluded = one.under.some(({ condition, holds }) =>
    other.under.some((answer) => answer.condition === condition && answer.holds !== holds),
  );
  if (excluded) return "no";
  const truth = areSameText(one.text, other.text);
  return truth === "yes" && one.under.length + other.under.length > 0 ? "unknown" : truth;
}

function areSameText(one: SymbolicString | undefined, other: SymbolicString | undefined): Truth {
  if (!one || !other) return "unknown";
  // No part of a Sid is a wildcard or a variable.
  const pattern = exactPattern(
    one.map((segment) =>
      segment.kind === "literal"
        ? { kind: "text", text: segment.text, quoted: true }
        : { kind: "symbol", symbol: segment, quoted: true },
    ),
  );
  const truth = matches(pattern, other);
  return truth === "yes" && shortestOf(one) === 0 ? "unknown" : truth;
}

function areMadeAlike(one: Sid, other: Sid): boolean {
  const [a, b] = [one.origin, other.origin];
  const isOnePlace = a && b && a.uri === b.uri && a.span.start === b.span.start && a.span.end === b.span.end;
  const areSymbolic = [one, other].every(({ text }) => !text || knownText(text) === undefined);
  return (
    !!isOnePlace &&
    areSymbolic &&
    !(one.text && other.text && identityOf(one.text) === identityOf(other.text))
  );
}
