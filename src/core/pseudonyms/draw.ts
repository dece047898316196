/** Numbers that look drawn by chance and are the same for the same seed: the core knows no chance of its own. */
export interface Draw {
  /** A whole number of `[0, below)`. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Draws from a seed of 16 hexadecimal digits, such as a keyed fingerprint (xorshift over two words of 32 bits). */
export function createDraw(seed: string): Draw {
  let a = Number.parseInt(seed.slice(0, 8), 16) | 1;
  let b = Number.parseInt(seed.slice(8, 16), 16) | 2;
  const next = () => {
    let mixed = a ^ (a << 11);
    a = b;
    mixed ^= mixed >>> 8;
    b = b ^ (b >>> 19) ^ mixed;
    return Math.imul(a + b, 0x9e3779b1) >>> 0;
  };
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  // The first draws still resemble the seed.
  for (let i = 0; i < 8; i++) next();
  return { below, pick: list => list[below(list.length)] as (typeof list)[number] };
}
