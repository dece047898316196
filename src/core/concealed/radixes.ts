import { type Encoded, lettersOf } from './encoded';
import { units, unitsIn } from './unitsIn';

/**
 * What a run of letters and digits says in base 32 (RFC 4648 in both alphabets, Crockford's) or, read as one large number, in base
 * 58, 62, 36 or 10. Its first letters tell in base 32; numbers are tried only where a run looks like one, and isn't long.
 */
export function inOtherRadix(text: string, start: number, end: number): Encoded | undefined {
  const length = end - start;
  if (length < shortest || length > longest) return undefined;
  const seen = unitsIn(text, start, end);
  if ((seen & units.sign) !== 0) return undefined;
  const run = text.slice(start, end);
  const said =
    (seen & units.upper) === 0 || (seen & units.lower) === 0 ? fromOneCase(run, seen) : fromBothCases(run, seen);
  if (said.length === 0) return undefined;
  const padded = /^={1,6}(?![\w=])/.exec(text.slice(end, end + 7))?.[0].length ?? 0;
  return { start, end: end + padded, text: said.join('\n'), how: 'in another radix' };
}

const shortest = 20;
const longest = 16_384;
const longestNumber = 1024;

function fromOneCase(run: string, seen: number): string[] {
  if ((seen & units.both) === 0) return /^[01]+$/.test(run) ? fromBits(run) : asNumber(run, alphabets.ten);
  const folded = (seen & units.lower) === 0 ? run : run.toUpperCase();
  const said = fives.flatMap(alphabet => fromFives(folded, alphabet) ?? []);
  return (seen & units.beyondHex) === 0 || (seen & units.digit) === 0
    ? said
    : [...said, ...asNumber(folded, alphabets.thirtySix)];
}

function fromBits(run: string): string[] {
  const bytes = (run.match(/.{8}/g) ?? []).map(it => Number.parseInt(it, 2));
  return bytes.length >= 8 && bytes.every(isText) ? [String.fromCharCode(...bytes)] : [];
}

function fromBothCases(run: string, seen: number): string[] {
  if ((seen & units.beyondHex) === 0 || (seen & units.digit) === 0) return [];
  return [
    ...(/[0OIl]/.test(run) ? [] : asNumber(run, alphabets.fiftyEight)),
    ...asNumber(run, alphabets.sixtyTwo),
    ...asNumber(run, alphabets.sixtyTwoToo),
  ];
}

const abc = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';

const fives = [`${abc}234567`, digits + abc.slice(0, 22), `${digits}ABCDEFGHJKMNPQRSTVWXYZ`].map(valuesOf);

const alphabets = {
  ten: valuesOf(digits),
  thirtySix: valuesOf(digits + abc),
  fiftyEight: valuesOf('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'),
  sixtyTwo: valuesOf(digits + abc + abc.toLowerCase()),
  sixtyTwoToo: valuesOf(digits + abc.toLowerCase() + abc),
} as const;

interface Alphabet {
  readonly radix: number;
  /** ASCII unit → the value of a digit; -1 where it is none. */
  readonly values: Int8Array;
}

function valuesOf(letters: string): Alphabet {
  const values = new Int8Array(128).fill(-1);
  for (let i = 0; i < letters.length; i++) values[letters.charCodeAt(i)] = i;
  return { radix: letters.length, values };
}

function fromFives(run: string, { values }: Alphabet): string | undefined {
  const head = bytesOfFives(run.slice(0, 8), values);
  if (!head?.every(isText)) return undefined;
  const bytes = bytesOfFives(run, values);
  return bytes && lettersOf(bytes, 0, 1);
}

function bytesOfFives(run: string, values: Int8Array): Uint8Array | undefined {
  const bytes = new Uint8Array((run.length * 5) >> 3);
  let held = 0;
  let bits = 0;
  let count = 0;
  for (let i = 0; i < run.length; i++) {
    const value = values[run.charCodeAt(i)] as number;
    if (value < 0) return undefined;
    held = ((held << 5) | value) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[count++] = held >> bits;
  }
  return bytes;
}

function isText(byte: number): boolean {
  return byte >= 32 && byte < 127;
}

/** Whether the four highest bytes of a large number are letters: its first digits and its length tell. */
function beginsAsText(run: string, radix: number, values: Int8Array): boolean {
  let head = 0;
  for (let i = 0; i < 8; i++) head = head * radix + (values[run.charCodeAt(i)] as number);
  const bits = Math.log2(head) + (run.length - 8) * Math.log2(radix);
  const bytes = Math.floor(bits / 8) + 1;
  const four = 2 ** (bits - 8 * (bytes - 4));
  return [24, 16, 8].every(shift => isText(Math.floor(four / 2 ** shift) & 255));
}

/** The bytes of one large number, if they are a text; eight digits at a time, so that it stays cheap. */
function asNumber(run: string, { radix, values }: Alphabet): string[] {
  if (run.length > longestNumber || !beginsAsText(run, radix, values)) return [];
  const step = radix > 10 ? 8 : 14;
  let number = 0n;
  for (let from = 0; from < run.length; from += step) {
    const to = Math.min(from + step, run.length);
    let part = 0;
    for (let i = from; i < to; i++) part = part * radix + (values[run.charCodeAt(i)] as number);
    number = number * BigInt(radix ** (to - from)) + BigInt(part);
  }
  const hex = number.toString(16);
  // An odd number of digits begins with a control character.
  if (hex.length % 2 !== 0 || hex.length < 24) return [];
  let text = '';
  for (let at = 0; at < hex.length; at += 2) {
    const byte = Number.parseInt(hex.slice(at, at + 2), 16);
    if (!isText(byte) && byte !== 9 && byte !== 10 && byte !== 13) return [];
    text += String.fromCharCode(byte);
  }
  return [text];
}
