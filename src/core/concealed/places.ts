import type { Span } from '../model';

/** Spans by where they stand, so that each is found again without a look at all of them. */
export interface Places<T extends Span> {
  add(span: T): void;
  /** Whether one that overlaps a span is as wanted. */
  some(span: Span, wanted: (it: T) => boolean): boolean;
}

export function createPlaces<T extends Span>(): Places<T> {
  const stretches = new Map<number, T[]>();
  return {
    add(span) {
      for (let at = stretchOf(span.start); at <= stretchOf(span.end - 1); at++) {
        const others = stretches.get(at);
        if (others) others.push(span);
        else stretches.set(at, [span]);
      }
    },
    some(span, wanted) {
      for (let at = stretchOf(span.start); at <= stretchOf(span.end - 1); at++) {
        if (stretches.get(at)?.some(it => it.start < span.end && span.start < it.end && wanted(it))) return true;
      }
      return false;
    },
  };
}

/** A stretch is 1024 units long. */
function stretchOf(offset: number): number {
  return offset >> 10;
}
