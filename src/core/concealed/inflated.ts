import { Decompress, gunzipSync, Inflate } from 'fflate';

/** Whether bytes begin as gzip or zlib write them (RFC 1952, RFC 1950 with the usual window). */
export function isCompressed(bytes: Uint8Array): boolean {
  const [a, b, c] = bytes as unknown as [number, number, number];
  return (a === 0x1f && b === 0x8b && c === 8) || (a === 0x78 && (b & 0x20) === 0 && ((a << 8) | b) % 31 === 0);
}

/**
 * What compressed bytes hold, no more than a bound that grows with them: enough for what people compress, while a bomb
 * costs no more than a text of its length. Undefined where they hold nothing.
 */
export function inflated(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < fewestBytes) return undefined;
  const most = Math.min(mostBytes, bytes.length * mostGrowth);
  return atOnce(bytes, most) ?? bitByBit(bytes, most);
}

/** Whole gzip says at its end how long its content is: where that is little, there is a much quicker way. */
function atOnce(bytes: Uint8Array, most: number): Uint8Array | undefined {
  const [a, b, c, d] = bytes.subarray(-4) as unknown as [number, number, number, number];
  const length = a | (b << 8) | (c << 16) | (d << 24);
  if (bytes[0] !== 0x1f || length <= 0 || length > most) return undefined;
  try {
    return gunzipSync(bytes, { out: new Uint8Array(length) });
  } catch {
    return undefined;
  }
}

type Stream = Pick<Inflate, 'push'>;

function bitByBit(
  bytes: Uint8Array,
  most: number,
  open: (ondata: (part: Uint8Array) => void) => Stream = take => new Decompress(take),
): Uint8Array | undefined {
  const out = new Uint8Array(most);
  let length = 0;
  const stream = open(part => {
    const room = part.subarray(0, most - length);
    out.set(room, length);
    length += room.length;
  });
  try {
    for (let at = 0; at < bytes.length && length < most; at += step)
      stream.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  } catch {
    // Cut off or broken: what came out of it until then may still hold a secret.
  }
  return length === 0 ? undefined : out.subarray(0, length);
}

/**
 * Whether bytes may be what deflate gives without a header (RFC 1951), one block of letters: with the fixed code, six letters at
 * once; with a code of its own, a code that is whole.
 */
export function isBareDeflate(bytes: Uint8Array): boolean {
  if (bytes.length < fewestBytes) return false;
  const kind = (bytes[0] as number) & 7;
  if (kind === fixed) return hasLetters(bytes);
  return kind === own && hasWholeCode(bytes);
}

const fixed = 3;
const own = 5;

/** What `isBareDeflate` has let through. */
export function inflatedBare(bytes: Uint8Array): Uint8Array | undefined {
  return bitByBit(bytes, Math.min(mostBytes, bytes.length * mostGrowth), take => new Inflate(take));
}

/** Codes of eight bits, the highest first, begin at the third bit; 0x30 stands for the letter 0. */
function hasLetters(bytes: Uint8Array): boolean {
  for (let letter = 0; letter < 6; letter++) {
    let code = 0;
    for (let bit = 0; bit < 8; bit++) code = (code << 1) | bitsAt(bytes, 3 + letter * 8 + bit, 1);
    if (code < 0x30 + 9 || code > 0x30 + 126) return false;
  }
  return true;
}

function hasWholeCode(bytes: Uint8Array): boolean {
  const lengths = bitsAt(bytes, 13, 4) + 4;
  let sum = 0;
  for (let i = 0; i < lengths; i++) {
    const length = bitsAt(bytes, 17 + 3 * i, 3);
    if (length > 0) sum += 128 >> length;
  }
  return sum === 128 && bitsAt(bytes, 3, 5) < 30;
}

/** A few bits from the bit at `at` on, the lowest first. */
function bitsAt(bytes: Uint8Array, at: number, count: number): number {
  const pair = (bytes[at >> 3] ?? 0) | ((bytes[(at >> 3) + 1] ?? 0) << 8);
  return (pair >> (at & 7)) & ((1 << count) - 1);
}

const mostBytes = 256 * 1024;
const mostGrowth = 8;
/** What compression itself adds, and a secret. */
const fewestBytes = 16;

/** Pushed in small steps, because one push gives up to a thousand times its length at once. */
const step = 256;
