/** A half-open range `[start, end)` of UTF-16 code units into the stored article text. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const spanLength = (span: Span): number => span.end - span.start

export const spansOverlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const spanContains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end
