/** The place of a node, as values remember it. */
import type { Location } from "../../base/location.ts";
import type { Span } from "../../base/span.ts";
import type { Scope } from "../scope.ts";

export function locationOf({ start, end }: Span, scope: Scope): Location {
  const { shift = 0 } = scope;
  return { uri: scope.uri, span: { start: start - shift, end: end - shift } };
}
