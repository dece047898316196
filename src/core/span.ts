/** A half-open range of UTF-16 code units, `[start, end)`: the editor's own unit. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
