import type { Detector } from './detector';

/** What of an entry is only needed once its keyword was met, and its examples, which only the tests need. */
export interface Rest {
  readonly run?: number;
  readonly pattern: () => RegExp;
  readonly examples: () => Pick<Detector, 'hits' | 'misses'>;
}

/** An entry whose rest is made when it is first asked for, so that a thousand of them cost nothing at the start. */
export function late(
  entry: Omit<Detector, 'pattern' | 'run' | 'hits' | 'misses'>,
  make: () => Rest,
  more: Partial<Detector>,
): Detector {
  let made: Rest | undefined;
  let pattern: RegExp | undefined;
  let examples: ReturnType<Rest['examples']> | undefined;
  const rest = () => {
    made ??= make();
    return made;
  };
  const told = () => {
    examples ??= rest().examples();
    return examples;
  };
  return {
    ...entry,
    get pattern() {
      pattern ??= rest().pattern();
      return pattern;
    },
    // A pattern of one's own may match what has no such run.
    get run() {
      return more.pattern ? 0 : (rest().run ?? 0);
    },
    get hits() {
      return told().hits;
    },
    get misses() {
      return told().misses;
    },
    ...more,
  };
}
