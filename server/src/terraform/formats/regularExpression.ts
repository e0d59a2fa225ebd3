/**
 * Go's regular expressions: RE2 syntax, leftmost-first, in time linear to the text.
 * https://github.com/google/re2/wiki/Syntax
 */
import { RE2JS } from "re2js";

export type RegularExpression = ReturnType<typeof RE2JS.compile>;

/** Undefined where Go would refuse the pattern. */
export function compileRegularExpression(pattern: string): RegularExpression | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}

export interface Match {
  readonly start: number;
  readonly end: number;
  /** The groups in order; undefined for one that took no part. */
  readonly groups: readonly (string | undefined)[];
}

/** Every match that does not overlap an earlier one, as Go finds them. */
export function allMatches(expression: RegularExpression, text: string, most = Infinity): readonly Match[] {
  const matcher = expression.matcher(text);
  const matches: Match[] = [];
  let previousEnd = -1;
  while (matches.length < most && matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    // Go takes no empty match that touches the one before.
    if (start === end && start === previousEnd) continue;
    previousEnd = end;
    const groups = Array.from(
      { length: matcher.groupCount() },
      (_, index) => matcher.group(index + 1) ?? undefined,
    );
    matches.push({ start, end, groups });
  }
  return matches;
}

/** The names of the groups in order; undefined for a group without one. */
export function groupNames(expression: RegularExpression): readonly (string | undefined)[] {
  const names = new Map(Object.entries(expression.namedGroups()).map(([name, index]) => [index, name]));
  return Array.from({ length: expression.groupCount() }, (_, index) => names.get(index + 1));
}
