/** Base64 and base64url: a unit's value, -1 where it is no digit. */
export const sextets = valuesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_', [62, 63]);
/** Hexadecimal in either case. */
export const nibbles = valuesOf('0123456789abcdefABCDEF', [10, 11, 12, 13, 14, 15]);

/** The bytes that digits of so many bits stand for; undefined where another letter is among them. */
export function bytesOf(
  text: string,
  start: number,
  end: number,
  values: Int8Array,
  width: number,
): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor(((end - start) * width) / 8));
  let held = 0;
  let bits = 0;
  let count = 0;
  for (let i = start; i < end; i++) {
    const value = values[text.charCodeAt(i)] ?? -1;
    if (value < 0) return undefined;
    held = ((held << width) | value) & 0xffff;
    bits += width;
    if (bits < 8) continue;
    bits -= 8;
    bytes[count++] = held >> bits;
  }
  return bytes;
}

/** Each letter's value is its place; the last ones have the values given. */
function valuesOf(letters: string, last: readonly number[]): Int8Array {
  const values = new Int8Array(128).fill(-1);
  const places = letters.length - last.length;
  for (let i = 0; i < letters.length; i++)
    values[letters.charCodeAt(i)] = i < places ? i : (last[i - places] as number);
  return values;
}
