import { base62, crc32, luhn } from './checksum';

/**
 * Expands a template into a value that looks real, the same one for the same seed, so that no real-looking token stands
 * in the repository. `{class:length}` is random; `{crc62:6}` is the checksum of the expansion before it; `{luhn:12}`
 * completes a card number, `{iban:22}` is an account in Germany. Anything else stands for itself.
 */
export function sample(template: string, seed: number): string {
  const next = generator(seed ^ crc32(template));
  let previous = '';
  const expanded = template.replace(/\{([a-z0-9]+):(\d+)\}/gi, (whole, name: string, length: string) => {
    if (name === 'crc62') return base62(crc32(previous), Number(length));
    const alphabet = alphabets[name];
    if (!alphabet) return whole;
    previous = fill(alphabet, Number(length), next);
    return previous;
  });
  return expanded
    .replace(
      /([\d ]*)\{luhn:(\d+)\}/g,
      (_, head: string, length: string) => head + completeLuhn(head, Number(length), next),
    )
    .replace(/\{iban:22\}/g, () => germanIban(next));
}

/** Digits that make those before them pass the Luhn check. */
function completeLuhn(head: string, length: number, next: () => number): string {
  const tail = fill(digits, length - 1, next);
  return tail + [...digits].find(last => luhn(head.replace(/ /g, '') + tail + last));
}

/** Two digits after the country make the rest, read as one number with D = 13 and E = 14, leave 1 when divided by 97. */
function germanIban(next: () => number): string {
  const account = fill(digits, 18, next);
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`;
}

const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '0123456789';

const alphabets: Readonly<Record<string, string>> = {
  lower,
  upper,
  digit: digits,
  alpha: lower + upper,
  hex: `${digits}abcdef`,
  HEX: `${digits}ABCDEF`,
  alnum: lower + upper + digits,
  lowernum: lower + digits,
  uppernum: upper + digits,
  base32: `${upper}234567`,
  base58: 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789',
  base64: `${upper + lower + digits}+/`,
  base64url: `${upper + lower + digits}-_`,
  BECH32: 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L',
  bech32: 'qpzry9x8gf2tvdw0s3jn54khce6mua7l',
  word: `${upper + lower + digits}_`,
  // One letter over and over: placeholders in the way of documentation, which package scanners would take for real ones.
  x: 'x',
  X: 'X',
  zero: '0',
  dash: '-',
};

/** Never the same unit twice in a row, so that no sample is taken for a filler; the ends are letters or digits. */
function fill(alphabet: string, length: number, next: () => number): string {
  if (alphabet.length === 1) return alphabet.repeat(length);
  let out = '';
  while (out.length < length) {
    const unit = alphabet[Math.floor(next() * alphabet.length)] as string;
    const edge = out.length === 0 || out.length === length - 1;
    if (unit !== out.at(-1) && !(edge && /[^a-z0-9]/i.test(unit))) out += unit;
  }
  return out;
}

/** Mulberry32: small, seeded, good enough for examples. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
