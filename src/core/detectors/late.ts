import type { Detector } from './detector';

/** What of an entry is only needed once its keyword was met, or by the tests. */
export type Rest = Pick<Detector, 'pattern' | 'hits' | 'misses'>;

/** An entry whose rest is made when it is first asked for, so that a thousand of them cost nothing at the start. */
export function late(entry: Omit<Detector, keyof Rest>, make: () => Rest, more: Partial<Detector>): Detector {
  let made: Rest | undefined;
  const rest = () => {
    made ??= make();
    return made;
  };
  return {
    ...entry,
    get pattern() {
      return rest().pattern;
    },
    get hits() {
      return rest().hits;
    },
    get misses() {
      return rest().misses;
    },
    ...more,
  };
}
