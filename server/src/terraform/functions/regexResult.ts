/** What a match of a regular expression becomes: a string, a tuple of groups, or an object of named groups. */
import type { Match } from "../formats/regularExpression.ts";
import type { Type } from "../type.ts";
import type { Value } from "../value.ts";
import { objectType, stringType, tupleType } from "../type.ts";
import { nullValue, objectValue, stringValue, tupleValue } from "../value.ts";

/** Undefined where some groups have names and some have none, which is refused. */
export function resultType(names: readonly (string | undefined)[]): Type | undefined {
  const named = names.filter((name) => name !== undefined);
  if (names.length === 0) return stringType;
  if (named.length === 0) return tupleType(names.map(() => stringType));
  if (named.length < names.length) return undefined;
  return objectType(new Map(named.map((name) => [name, stringType])));
}

export function matchValue(match: Match, text: string, names: readonly (string | undefined)[]): Value {
  if (names.length === 0) return stringValue(text.slice(match.start, match.end));
  const groups = match.groups.map((group) =>
    group === undefined ? nullValue(stringType) : stringValue(group),
  );
  if (names.every((name) => name === undefined)) return tupleValue(groups);
  return objectValue(names.flatMap((name, index) => pair(name, groups[index])));
}

function pair(name: string | undefined, value: Value | undefined): readonly (readonly [string, Value])[] {
  return name === undefined || value === undefined ? [] : [[name, value]];
}
