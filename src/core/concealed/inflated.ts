import { Decompress, gunzipSync } from 'fflate';

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

function bitByBit(bytes: Uint8Array, most: number): Uint8Array | undefined {
  const out = new Uint8Array(most);
  let length = 0;
  const stream = new Decompress(part => {
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

const mostBytes = 256 * 1024;
const mostGrowth = 8;
/** What compression itself adds, and a secret. */
const fewestBytes = 48;

/** Pushed in small steps, because one push gives up to a thousand times its length at once. */
const step = 256;
