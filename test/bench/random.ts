/** Seeded chance: the same seed gives the same run. */
export interface Random {
  /** A whole number from 0 up to `end`, exclusive. */
  below(end: number): number;
  chance(share: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** Mulberry32: small, seeded, good enough for tests. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end: number) => Math.floor(next() * end);
  return { below, chance: share => next() < share, pick: items => items[below(items.length)] as never };
}

/** The items in place in an order of chance (Fisher and Yates). */
export function shuffled<T>(items: T[], seed: number): T[] {
  const { below } = createRandom(seed);
  for (let at = items.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
  return items;
}
