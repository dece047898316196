/**
 * Reads UTF-8 that may hold anything else: a byte that isn't part of it becomes a lone half of a surrogate pair, which no text
 * holds (as Python's `surrogateescape` does), so that `encodeLossless` gives back each byte.
 */
export function createLosslessDecoder() {
  let held: Uint8Array = new Uint8Array(0);
  return {
    push(piece: Uint8Array): string {
      const bytes = Buffer.concat([held, piece]);
      const ready = wholeUntil(bytes);
      held = bytes.subarray(ready);
      return decode(bytes.subarray(0, ready));
    },
    end(): string {
      const rest = held;
      held = new Uint8Array(0);
      return decode(rest);
    },
  };
}

/** The bytes of a text that `createLosslessDecoder` has read, whatever has been done to it since. */
export function encodeLossless(text: string): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  for (const { index, 0: unit } of text.matchAll(/[\udc80-\udcff]/gu)) {
    pieces.push(Buffer.from(text.slice(from, index)), Buffer.of(unit.charCodeAt(0) & 0xff));
    from = index + 1;
  }
  pieces.push(Buffer.from(text.slice(from)));
  return Buffer.concat(pieces);
}

/** Where the last unit begins that may go on in the next piece. */
function wholeUntil(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte >= 0xc0) return lengthBy(byte) > back ? bytes.length - back : bytes.length;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

function lengthBy(first: number): number {
  return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    if (bytes.length === 1) return String.fromCharCode(0xdc00 | (bytes[0] as number));
  }
  // Halved until what is broken stands alone; a cut never goes through a character.
  let middle = bytes.length >> 1;
  while (middle > 1 && ((bytes[middle] as number) & 0xc0) === 0x80 && (bytes.length >> 1) - middle < 3) middle--;
  return decode(bytes.subarray(0, middle)) + decode(bytes.subarray(middle));
}
