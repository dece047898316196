import type { Span } from '../model';

/** A text that stands hidden in another: encoded, escaped, in pieces. */
export interface Concealed {
  readonly text: string;
  /** Where a span of it stands in the text around, and how it is hidden there. Undefined where it isn't. */
  place(inner: Span): Shown | undefined;
  /**
   * How much deeper it lies: 0 where only seams were undone, so that its own seams are gone and its encoded runs aren't; what was
   * compressed counts twice, because it may grow, and what was turned three times, because it can be turned again.
   */
  readonly depth: 0 | 1 | 2 | 3;
}

export interface Shown extends Span {
  readonly how: string;
  /**
   * Set where little speaks for it: lines were joined, which may have nothing to do with each other; or only what
   * stands before it was hidden, not the span itself.
   */
  readonly doubt?: 'lines' | 'beside';
}
