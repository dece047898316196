import type { Encoded } from './encoded';
import { stretchEnd } from './stretchEnd';
import { unitAt } from './unitAt';

/**
 * What begins at `at` in base 85: Adobe's and btoa's (`<~…~>`), git's and Python's (RFC 1924), ZeroMQ's.
 * Three groups of five that are twelve letters of text tell.
 */
export function inFives(text: string, at: number): Encoded | undefined {
  const possible = (pairs ?? makePairs())[((unitAt(text, at) & 127) << 7) | (unitAt(text, at + 1) & 127)] as number;
  if (possible === 0) return undefined;
  const said: string[] = [];
  let end = at;
  for (const [i, values] of alphabets.entries()) {
    if ((possible & (1 << i)) === 0 || !saysText(text, at, values)) continue;
    for (const last of endsOf(text, at)) {
      said.push(lettersIn(text, at, last, values));
      end = Math.max(end, last);
    }
  }
  return said.length === 0 ? undefined : { start: at, end, text: said.join('\n'), how: 'in base 85' };
}

const longest = 16_384;

/** Where it may end: at the quote before it, at `~>`, at the last quote, at the stretch's end. */
function endsOf(text: string, at: number): Set<number> {
  const most = stretchEnd(text, at, longest);
  const stretch = text.slice(at, most);
  const quote = text[at - 1] ?? '';
  const isQuoted = /["'`]/.test(quote);
  const next = isQuoted ? stretch.indexOf(quote) : -1;
  const last = isQuoted ? stretch.lastIndexOf(quote) : -1;
  const ends = [most, at + stretch.search(/(?:["'`][;,)\]}<>"'`]*|~>.{0,40})$|$/)];
  return new Set(next < 0 ? ends : [at + next, at + last, ...ends]);
}

function saysText(text: string, at: number, values: Int8Array): boolean {
  for (let group = 0; group < 3; group++) if (!isText(wordAt(text, at + 5 * group, values))) return false;
  return true;
}

/** The four bytes of five digits as one number, or -1. */
function wordAt(text: string, at: number, values: Int8Array): number {
  let word = 0;
  for (let i = at; i < at + 5; i++) {
    const value = values[unitAt(text, i) & 127] as number;
    if (value < 0) return -1;
    word = word * 85 + value;
  }
  return word;
}

function isText(word: number): boolean {
  // Most that is none has a first byte which is no letter.
  if (word < 0x09000000 || word >= 0x7f000000) return false;
  return isLetter(word >>> 24) && isLetter((word >>> 16) & 255) && isLetter((word >>> 8) & 255) && isLetter(word & 255);
}

function isLetter(byte: number): boolean {
  return (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13;
}

/** The letters of whole groups, and of the one that is cut off at the end. */
function lettersIn(text: string, from: number, to: number, values: Int8Array): string {
  let said = '';
  for (let at = from; at < to; at += 5) {
    const digits = Math.min(5, to - at);
    const word = digits === 5 ? wordAt(text, at, values) : filled(text, at, digits, values);
    if (word < 0) break;
    const bytes = [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255].slice(0, digits - 1);
    if (!bytes.every(isLetter)) break;
    said += String.fromCharCode(...bytes);
  }
  return said;
}

/** A shorter group is filled up with the highest digit, and gives a byte less than it has digits. */
function filled(text: string, at: number, digits: number, values: Int8Array): number {
  let word = 0;
  for (let i = 0; i < 5; i++) {
    const value = i < digits ? (values[unitAt(text, at + i) & 127] as number) : 84;
    if (value < 0) return -1;
    word = word * 85 + value;
  }
  return Math.min(word, 0xffffffff);
}

const abc = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';
const alphabets = [
  Array.from({ length: 85 }, (_, i) => String.fromCharCode(33 + i)).join(''),
  `${digits}${abc}${abc.toLowerCase()}!#$%&()*+-;<=>?@^_\`{|}~`,
  `${digits}${abc.toLowerCase()}${abc}.-:+=^!/*?&<>()[]{}@%$#`,
].map(letters => {
  const values = new Int8Array(128).fill(-1);
  for (let i = 0; i < letters.length; i++) values[letters.charCodeAt(i)] = i;
  return values;
});

/** For two units of ASCII a bit for each alphabet in which a text may begin with them; made when it is first asked for. */
let pairs: Uint8Array | undefined;

function makePairs(): Uint8Array {
  const made = new Uint8Array(128 * 128);
  for (const [i, values] of alphabets.entries())
    for (let pair = 0; pair < made.length; pair++)
      if (mayBegin(values[pair >> 7] as number, values[pair & 127] as number))
        made[pair] = (made[pair] as number) | (1 << i);
  pairs = made;
  return made;
}

function mayBegin(high: number, low: number): boolean {
  if (high < 0 || low < 0) return false;
  const two = Math.floor((high * 85 ** 4 + low * 85 ** 3) / 65_536);
  for (let more = 0; more < 11; more++) if (isLetter((two + more) >> 8) && isLetter((two + more) & 255)) return true;
  return false;
}
