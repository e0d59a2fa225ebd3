/** Half-open ranges of a text, counted in UTF-16 code units. */

export interface Span {
  /** Offset of the first code unit. */
  readonly start: number;
  /** Offset just past the last code unit; equal to `start` for an empty span. */
  readonly end: number;
}

/** True when `offset` lies in the span or on one of its edges, which is where a cursor touches it. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** True when `inner` lies wholly inside `outer`; equal spans contain each other. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True when the spans share at least one code unit, or when an empty one touches the other. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

/** The text that the span covers. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
