/** Tag characters stand for ASCII, each 0xE0000 above it. */
export function decodeTags(points: readonly number[]): string | undefined {
  return readable(points.map(point => point - 0xe0000));
}

/** Variation selectors carry a byte each: the first sixteen in one block, the rest in another. */
export function decodeBytes(points: readonly number[]): string | undefined {
  return utf8(points.map(point => (point >= 0xe0100 ? point - 0xe0100 + 16 : point - 0xfe00)));
}

/** Private use as ASCII above the beginning of a plane or block. */
export function decodePrivate(points: readonly number[]): string | undefined {
  return points.length >= 4 ? readable(points.map(point => point & 0xff)) : undefined;
}

/** Two or more kinds of characters without width as binary digits, eight or seven to a character. */
export function decodeZeroWidth(points: readonly number[]): string | undefined {
  const kinds = [...new Set(points)].sort((a, b) => a - b);
  if (kinds.length < 2 || kinds.length > 3 || points.length < 16) return undefined;
  const pairs = kinds.length === 2 ? [kinds] : [kinds.slice(0, 2), kinds.slice(1), [kinds[0], kinds[2]]];
  for (const [zero, one] of pairs) {
    const bits = points.filter(point => point === zero || point === one).map(point => (point === one ? 1 : 0));
    for (const turned of [bits, bits.map(bit => 1 - bit)]) {
      const text = fromBits(turned, 8) ?? fromBits(turned, 7);
      if (text) return text;
    }
  }
  return undefined;
}

function fromBits(bits: readonly number[], width: number): string | undefined {
  if (bits.length % width !== 0) return undefined;
  const codes: number[] = [];
  for (let at = 0; at < bits.length; at += width)
    codes.push(bits.slice(at, at + width).reduce((code, bit) => code * 2 + bit, 0));
  return width === 8 ? utf8(codes) : readable(codes);
}

function utf8(bytes: readonly number[]): string | undefined {
  if (bytes.length < 4) return undefined;
  try {
    return clean(decodeURIComponent(bytes.map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('')));
  } catch {
    return undefined; // Not UTF-8, so no message in it.
  }
}

function readable(codes: readonly number[]): string | undefined {
  return codes.length > 0 ? clean(String.fromCharCode(...codes.slice(0, longest))) : undefined;
}

const longest = 10_000;

function clean(text: string): string | undefined {
  return /^[\P{C}\s]+$/u.test(text) ? text : undefined;
}
