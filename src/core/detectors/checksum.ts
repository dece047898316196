/** CRC-32 (IEEE 802.3) of ASCII text, unsigned. */
export function crc32(text: string): number {
  let crc = ~0;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** CRC-16 (XMODEM: polynomial 0x1021, beginning with 0) of bytes. */
export function crc16(bytes: readonly number[]): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc;
}

/** A number in base 62, digits before upper before lower case, padded with zeros: how GitHub and npm write checksums. */
export function base62(number: number, width: number): string {
  let rest = number;
  let out = '';
  while (rest > 0) {
    out = (base62Digits[rest % 62] as string) + out;
    rest = Math.floor(rest / 62);
  }
  return out.padStart(width, '0');
}

const base62Digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A number in base 36, padded with zeros: how GitLab writes checksums and lengths. */
export function base36(number: number, width: number): string {
  return number.toString(36).padStart(width, '0');
}

/** A checksum as eight hexadecimal digits, its lowest byte first: how Grafana writes it. */
export function hexLittleEndian(number: number): string {
  return [0, 8, 16, 24].map(shift => ((number >>> shift) & 0xff).toString(16).padStart(2, '0')).join('');
}

/** Marvin of bytes with a seed of eight letters, folded to 32 bits, unsigned: how .NET and Azure's keys hash. */
export function marvin32(bytes: readonly number[], seed: string): number {
  const code = (at: number) => seed.charCodeAt(at);
  let state: readonly [number, number] = [
    (code(4) << 24) | (code(5) << 16) | (code(6) << 8) | code(7),
    (code(0) << 24) | (code(1) << 16) | (code(2) << 8) | code(3),
  ];
  // A last unit of ones and zeros, and a block of nothing, close the text.
  const closed = [...bytes, 0x80, ...Array<number>(3 - (bytes.length % 4)).fill(0), 0, 0, 0, 0];
  for (let at = 0; at < closed.length; at += 4) {
    const [w = 0, x = 0, y = 0, z = 0] = closed.slice(at, at + 4);
    state = marvinBlock((state[0] + (w | (x << 8) | (y << 16) | (z << 24))) | 0, state[1]);
  }
  return (state[0] ^ state[1]) >>> 0;
}

function marvinBlock(low: number, high: number): [number, number] {
  const a = high ^ low;
  const b = (rotate(low, 20) + a) | 0;
  const c = rotate(a, 9) ^ b;
  return [(rotate(b, 27) + c) | 0, rotate(c, 19)];
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** True where the last six units of a Bech32 text are the checksum of the others (BIP 173, or by another constant BIP 350); either case. */
export function isBech32(text: string, constant = 1): boolean {
  const lower = text.toLowerCase();
  const split = lower.lastIndexOf('1');
  const prefix = [...lower.slice(0, split)].map(unit => unit.charCodeAt(0));
  const data = [...lower.slice(split + 1)].map(unit => bech32Units.indexOf(unit));
  const all = [...prefix.map(code => code >> 5), 0, ...prefix.map(code => code & 31), ...data];
  return split > 0 && !data.includes(-1) && all.reduce(bech32Step, 1) === constant;
}

function bech32Step(state: number, value: number): number {
  const top = state >>> 25;
  const next = ((state & 0x1ffffff) << 5) ^ value;
  return bech32Terms.reduce((sum, term, bit) => ((top >> bit) & 1 ? sum ^ term : sum), next);
}

const bech32Units = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const bech32Terms = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** True when digits (read right to left, every second doubled) sum to a multiple of ten. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
