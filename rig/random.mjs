// Seeded randomness, so that a failed run can be repeated with its seed. Never for anything that must be secret.

export const digits = '0123456789';
export const hex = `${digits}abcdef`;
export const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const letters = `${upper}${upper.toLowerCase()}`;
export const alphanumeric = `${digits}${letters}`;
export const base32 = `${upper}234567`;
export const base64url = `${alphanumeric}-_`;

/** Numbers and texts from a seed; `chars` never gives a run of one character or a word of all one class. */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = limit => Math.floor(next() * limit);
  const chars = (alphabet, length) => Array.from({ length }, () => alphabet[below(alphabet.length)]).join('');
  const bytes = length => Buffer.from(Array.from({ length }, () => below(256)));
  const pick = list => list[below(list.length)];
  /** A password with each class of characters that a form asks for, free of quotes and URL syntax. */
  const password = (length = 18) =>
    chars(letters, 2) +
    chars(digits, 2) +
    pick(['!', '*', '~']) +
    chars(`${alphanumeric}_-`, length - 6) +
    chars(letters, 1);
  return { next, below, chars, bytes, pick, password };
}

/** A text in parts of one to seven units, so that whoever reads them has to cope with a cut at any place. */
export function pieces(text, random) {
  const parts = [];
  for (let at = 0; at < text.length; ) {
    const length = 1 + random.below(7);
    parts.push(text.slice(at, at + length));
    at += length;
  }
  return parts;
}
