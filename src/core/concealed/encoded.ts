import type { Span } from '../model';
import { bytesOf, nibbles, sextets } from './digitBytes';
import { inflated, inflatedBare, isBareDeflate, isCompressed } from './inflated';
import { shortestRun } from './tokenUnits';
import { units, unitsIn } from './unitsIn';

/** A run of letters that stands for a text. */
export interface Encoded extends Span {
  readonly text: string;
  readonly how: string;
  /** Set where letters were put for letters, or their order turned round: that gives something of any text. */
  readonly turned?: boolean;
}

/**
 * What the run of base64's letters in `[start, end)` stands for; undefined where it stands for no text. Its first letters
 * tell, before anything is made of it: names, hashes and pictures give no text.
 */
export function decoded(text: string, start: number, end: number): Encoded | undefined {
  const from = overEscape(text, start);
  if (end - from < shortestRun) return undefined;
  return inBase64(text, from, end) ?? inHexadecimal(text, from, end);
}

/**
 * The texts within the bytes that a run of base64 or hexadecimal stands for, where these bytes are no text: what is compressed
 * without a header, and what stands between other bytes, as in a message or an archive that only stores.
 */
export function withinBytes(text: string, start: number, end: number): Encoded | undefined {
  const from = overEscape(text, start);
  const digits = end - from;
  if (digits < shortestRun) return undefined;
  const seen = unitsIn(text, from, Math.min(end, from + 64));
  // Bytes have letters of both cases in base64, or digits and no other letters in hexadecimal.
  if ((seen & units.digit) === 0 || ((seen & units.beyondHex) !== 0 && (seen & units.both) !== units.both))
    return undefined;
  const isHex = digits % 2 === 0 && (seen & (units.beyondHex | units.sign)) === 0;
  const bytes = isHex ? bytesOf(text, from, end, nibbles, 4) : bytesOf(text, from, end, sextets, 6);
  if (!bytes) return undefined;
  const open = isBareDeflate(bytes) ? inflatedBare(bytes) : undefined;
  const said = open && mayBeText(open.subarray(0, 12)) ? textOf(open)?.text : stringsIn(bytes);
  return said ? { start: from, end: withPadding(text, from, end), text: said, how: 'among other bytes' } : undefined;
}

/** The letters that stand together in bytes, as `strings` prints them. */
function stringsIn(bytes: Uint8Array): string {
  const found: string[] = [];
  for (let at = shortestString - 1; at < bytes.length; ) {
    const floor = at - shortestString + 1;
    let start = at;
    while (start >= floor && isPrintable(bytes[start] as number)) start--;
    if (start >= floor) {
      at = start + shortestString;
      continue;
    }
    let end = at + 1;
    while (end < bytes.length && isPrintable(bytes[end] as number)) end++;
    found.push(String.fromCharCode(...bytes.subarray(floor, Math.min(end, floor + longestString))));
    at = end + shortestString;
  }
  return found.join('\n');
}

const shortestString = 12;
const longestString = 16_384;

/** The letters of an escape stick to the run behind it: `\nZ2hw…`, `%3DZ2hw…`, `0x676870…`. */
function overEscape(text: string, start: number): number {
  const before = text[start - 1];
  if (before === '\\')
    return /[nrtx]/.test(text[start] as string) ? start + 1 : text[start] === 'u' ? start + 5 : start;
  if (before === '%') return start + 2;
  if (text[start] === '0' && text[start + 1] === 'x') return start + 2;
  // No text in base64 begins with these: it is the sign of a diff.
  return text[start] === '+' || text[start] === '-' ? start + 1 : start;
}

/** Whether base64 or hexadecimal of a text may begin with the units from `at` on, forwards or backwards; costs next to nothing. */
export function beginsAsText(text: string, at: number, step: 1 | -1): boolean {
  const isHigh = (place: number) =>
    nibbleAt(text, at + place * step) >> 1 >= 1 && nibbleAt(text, at + place * step) < 8;
  return (
    (isHigh(0) && isHigh(2) && isHigh(4) && isHigh(6)) || (beginsInBase64(text, at, step) && hasLetters(text, at, step))
  );
}

/** Six letters, or the sign of gzip. */
function hasLetters(text: string, at: number, step: 1 | -1): boolean {
  let held = 0;
  for (let i = 0; i < 8; i++) {
    held = ((held << 6) | (sextetAt(text, at + i * step) & 63)) & 0xffff;
    // After the second, third and fourth of each four digits a byte is whole.
    const byte = (held >> (6 - 2 * (i % 4))) & 255;
    if (i % 4 === 0 || isPrintable(byte)) continue;
    return i === 1 && byte === 0x1f;
  }
  return true;
}

function beginsInBase64(text: string, at: number, step: 1 | -1): boolean {
  const middle = sextetAt(text, at + step);
  const third = sextetAt(text, at + 2 * step);
  return mayBegin((sextetAt(text, at) << 2) | (middle >> 4), ((middle & 15) << 4) | (third >> 2));
}

function inBase64(text: string, start: number, end: number): Encoded | undefined {
  if (!beginsInBase64(text, start, 1)) return undefined;
  const head = bytesOf(text, start, start + headLength, sextets, 6);
  if (!head || !mayBeText(head)) return undefined;
  const bytes = bytesOf(text, start, end, sextets, 6);
  const read = bytes && textOf(bytes);
  return read && { start, end: withPadding(text, start, end), text: read.text, how: `${read.how}in base64` };
}

function inHexadecimal(text: string, start: number, end: number): Encoded | undefined {
  if ((end - start) % 2 !== 0 || end - start < 2 * headLength) return undefined;
  const packed = text.startsWith('1f8b', start) || text.startsWith('78', start);
  if (!packed && ((nibbleAt(text, start) | nibbleAt(text, start + 2) | nibbleAt(text, start + 4)) & 8) !== 0)
    return undefined;
  const head = bytesOf(text, start, start + headLength, nibbles, 4);
  if (!head || !mayBeText(head)) return undefined;
  const bytes = bytesOf(text, start, end, nibbles, 4);
  const read = bytes && textOf(bytes);
  return read && { start, end, text: read.text, how: `${read.how}in hexadecimal` };
}

/** The first two bytes tell of nearly all names that they are no base64, before anything is made of them. */
function mayBegin(first: number, second: number): boolean {
  if (!isPrintable(first)) return first === 0 || first === 0x1f || first >= 0xef;
  return isPrintable(second) || second === 0 || second >= 0xc3 || first === 0x78;
}

function sextetAt(text: string, at: number): number {
  return sextets[text.charCodeAt(at) & 127] as number;
}

/** Of eight and more where ASCII has less; -1 where it is no digit. */
function nibbleAt(text: string, at: number): number {
  return nibbles[text.charCodeAt(at) & 127] as number;
}

/** So many letters are looked at first: twelve bytes of base64, eight of hexadecimal. */
const headLength = 16;

/** `=` ends base64, but also the name in `NAME=value`: it belongs to the run only where nothing goes on behind it. */
function withPadding(text: string, start: number, end: number): number {
  if ((end - start) % 4 === 0) return end;
  return end + (/^={1,2}(?![\w+/=-])/.exec(text.slice(end, end + 3))?.[0].length ?? 0);
}

/** Whether bytes may begin a text, in UTF-8 or UTF-16, or something compressed. */
function mayBeText(head: Uint8Array): boolean {
  if (isCompressed(head)) return true;
  const { at, step } = layoutOf(head);
  for (let i = at; i < head.length; i += step) {
    if (isPrintable(head[i] as number)) continue;
    if (step === 2 || !isPair(head, i)) return false;
    i++;
  }
  for (let i = at ^ 1; step === 2 && i < head.length; i += 2) if (head[i] !== 0 && i >= 2) return false;
  return true;
}

/** Where a text's first letter stands in its bytes, and how far its letters stand apart: PowerShell encodes UTF-16. */
function layoutOf(bytes: Uint8Array): { at: number; step: 1 | 2 } {
  const [a, b, c] = bytes as unknown as [number, number, number];
  if (a === 0xff && b === 0xfe) return { at: 2, step: 2 };
  if (a === 0xfe && b === 0xff) return { at: 3, step: 2 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { at: 3, step: 1 };
  if (b === 0) return { at: 0, step: 2 };
  return a === 0 ? { at: 1, step: 2 } : { at: 0, step: 1 };
}

/** A letter beyond ASCII in UTF-8, of two bytes as in most European languages. */
function isPair(bytes: Uint8Array, at: number): boolean {
  const [lead, next] = [bytes[at] as number, bytes[at + 1] ?? 0x80];
  return lead >= 0xc3 && lead < 0xd2 && next >= 0x80 && next < 0xc0;
}

function isPrintable(byte: number): boolean {
  return (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13;
}

/** The text of bytes, and what that says of how they held it. */
function textOf(bytes: Uint8Array): { text: string; how: string } | undefined {
  if (isCompressed(bytes)) {
    const open = inflated(bytes);
    const read = open && mayBeText(open.subarray(0, 12)) ? textOf(open) : undefined;
    return read && { text: read.text, how: `${read.how}compressed, ` };
  }
  const { at, step } = layoutOf(bytes);
  const text = lettersOf(bytes, at, step);
  return text === undefined ? undefined : { text, how: step === 2 ? 'in UTF-16, ' : '' };
}

/** One letter for each byte (or two): secrets are ASCII, and where a letter beyond it stands matters to nobody. */
export function lettersOf(bytes: Uint8Array, at: number, step: number): string | undefined {
  let text = '';
  let strange = 0;
  for (let i = at; i < bytes.length; i += step) {
    const byte = bytes[i] as number;
    const control = !isPrintable(byte) && byte < 128;
    if (control && ++strange * 32 > i + 32) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}
