import type { Encoded } from './encoded';

/**
 * Lists of numbers that stand for letters, one by one, in whatever a language puts between: `[115, 107]`, `0x73,0x6b`, `73 6b`,
 * `chr(115).chr(107)`, `&#115&#107`, `=73=6B`, `\163\153`, `01110011 01101011`. What stands between two numbers is the same in all
 * of a list, but for blanks. Some of its units are looked at: such numbers have two digits at least, as a rule. The text
 * has edges of zeros.
 */
export function numberLists(text: string): Encoded[] {
  const lists: Encoded[] = [];
  let floor = 0;
  for (let at = 0, i = 0; at < text.length; at += steps[i++ & 7] as number) {
    if (kinds[text.charCodeAt(at) & 127] !== digit) continue;
    // A single digit stands for no letter.
    if (kinds[text.charCodeAt(at - 1) & 127] === other && kinds[text.charCodeAt(at + 1) & 127] === other) continue;
    const list = listAround(text, at, floor);
    if (list.found) lists.push(list.found);
    floor = list.end;
    if (floor > at) at = floor - 3;
  }
  return lists;
}

/** Uneven, so that no list has its signs at every one of them. */
const steps = [4, 5, 5, 4, 3, 5, 4, 3] as const;

const digit = 2;
const letterOfNumber = 1;
const other = 0;

/** ASCII unit → whether it is a digit, a letter, or neither. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const unit = String.fromCharCode(code);
  return /\d/.test(unit) ? digit : /[A-Za-z]/.test(unit) ? letterOfNumber : other;
});

interface Token {
  readonly start: number;
  readonly end: number;
}

/** The list that the number at `at` is in, if it is in one; all before `end` is done with. */
function listAround(text: string, at: number, floor: number): { found?: Encoded; end: number } {
  const first = wordAround(text, at, floor);
  // A list is told by its separators, before anything is made of it.
  const next = isShort(first) && mayBeNumber(text, first.start) ? nextNumber(text, first) : undefined;
  if (!next) return { end: first.end };
  const between = separator(text, first, next);
  const tokens = [...numbersBefore(text, first, between, floor), first];
  let last = first;
  for (let number: Token | undefined = next; number && tokens.length < mostNumbers; number = nextNumber(text, last)) {
    if (separator(text, last, number) !== between) break;
    tokens.push(number);
    last = number;
  }
  // The last one may be the first of another list.
  if (tokens.length < fewest && (tokens.length < 2 || first.end - first.start < 8)) return { end: last.start };
  const words = tokens.map(it => text.slice(it.start, it.end));
  const found = readable(words, tokens);
  return found ? { found, end: last.end } : { end: last.start };
}

/** The few numbers of a list that were stepped over before one of them was met. */
function numbersBefore(text: string, first: Token, between: string, floor: number): Token[] {
  const tokens: Token[] = [];
  let { start } = first;
  for (let steps = 0; steps < mostBefore; steps++) {
    const end = numberEndBefore(text, start, floor);
    const token = end < 0 ? undefined : wordAround(text, end - 1, floor);
    if (!token || separator(text, token, { start, end: start }) !== between) break;
    tokens.unshift(token);
    start = token.start;
  }
  return tokens;
}

const mostBefore = 16;

/** Where the word ends that is the last before `at` with a digit in it, or -1. */
function numberEndBefore(text: string, at: number, floor: number): number {
  let end = -1;
  for (let i = at - 1; i >= Math.max(floor, at - longestSeparator); i--) {
    const code = text.charCodeAt(i);
    if (!isInWord(code)) end = -1;
    else if (end < 0) end = i + 1;
    if (kinds[code & 127] === digit && code < 128) return end;
  }
  return -1;
}

const fewest = 6;
const mostNumbers = 16_384;

/** A number, or one behind `x`, `u` or `o`; in hexadecimal the first digit of a letter is none of A to F. */
function mayBeNumber(text: string, start: number): boolean {
  const first = text.charCodeAt(start);
  if (kinds[first] === digit) return true;
  return kinds[text.charCodeAt(start + 1) & 127] === digit && /[xXuUo]/.test(text[start] as string);
}

function isShort({ start, end }: Token): boolean {
  return end - start <= longestNumber;
}

/** Sixteen bytes in hexadecimal, on a line. */
const longestNumber = 64;

function wordAround(text: string, at: number, floor: number): Token {
  let start = at;
  while (start > floor && isInWord(text.charCodeAt(start - 1))) start--;
  // The letter of an escaped line end sticks to the number behind it.
  if (start < at && text[start - 1] === '\\' && /[nrt]/.test(text[start] as string)) start++;
  let end = at + 1;
  while (isInWord(text.charCodeAt(end))) end++;
  return { start, end };
}

function isInWord(code: number): boolean {
  return code < 128 && kinds[code] !== other;
}

/** The next word that holds a digit, if it is near: words without one, such as `chr`, belong to the separator. */
function nextNumber(text: string, { end }: Token): Token | undefined {
  const most = Math.min(text.length, end + longestSeparator);
  let start = -1;
  for (let at = end; at < most; at++) {
    const code = text.charCodeAt(at);
    if (!isInWord(code)) start = -1;
    else if (start < 0) start = at;
    if (kinds[code & 127] !== digit || code > 127) continue;
    const word = wordAround(text, at, start < 0 ? at : start);
    return isShort(word) ? word : undefined;
  }
  return undefined;
}

const longestSeparator = 40;

function separator(text: string, before: Token, behind: Token): string {
  const between = text.slice(before.end, behind.start);
  return between.length === 1 ? (isBlank(between) ? '' : between) : between.replace(/(?:\s|\\[nrt])+/g, '');
}

function isBlank(unit: string): boolean {
  return unit <= ' ';
}

/** The parts of a list that say letters in one of the radixes. */
function readable(words: readonly string[], tokens: readonly Token[]): Encoded | undefined {
  const texts: string[] = [];
  let [start, end] = [Number.POSITIVE_INFINITY, 0];
  for (const read of radixes) {
    for (const part of readableParts(words, read)) {
      texts.push(part.text);
      start = Math.min(start, (tokens[part.from] as Token).start);
      end = Math.max(end, (tokens[part.to - 1] as Token).end);
    }
  }
  return texts.length === 0 ? undefined : { start, end, text: texts.join('\n'), how: 'in numbers' };
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function readableParts(words: readonly string[], read: Read): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let text = '';
  for (let i = 0; i <= words.length; i++) {
    const letters = i < words.length ? read(words[i] as string) : undefined;
    if (letters !== undefined) {
      if (text === '') from = i;
      text += letters;
      continue;
    }
    if (text.length >= shortestText) parts.push({ from, to: i, text });
    text = '';
  }
  return parts;
}

const shortestText = 8;

type Read = (word: string) => string | undefined;

/** Decimal, hexadecimal, octal, binary: a list may be read in several. */
const radixes: readonly Read[] = [
  word => (/^\d{1,8}(?:u8?|U|n)?$/.test(word) ? letter(Number.parseInt(word, 10)) : undefined),
  fromHexadecimal,
  word => letter(digitsOf(/^(?:0?[oO])?([0-7]{2,4})$/.exec(word), 8)),
  word => letter(digitsOf(/^(?:0?[bB])?([01]{6,8})$/.exec(word), 2)),
];

function digitsOf(match: RegExpExecArray | null, radix: number): number {
  return match ? Number.parseInt(match[1] as string, radix) : -1;
}

/** Zero stands between the letters of UTF-16, and behind a text. */
function letter(code: number): string | undefined {
  if (code === 0) return '';
  return (code >= 32 && code < 127) || code === 9 || code === 10 || code === 13 ? String.fromCharCode(code) : undefined;
}

/** One byte, one unit of UTF-16, or a word of several bytes. */
function fromHexadecimal(word: string): string | undefined {
  const digits = /^(?:0?[xX]|[uU])?((?:[\da-fA-F]{2}){1,32})(?:u8)?$/.exec(word)?.[1];
  if (digits === undefined) return undefined;
  let text = '';
  for (let at = 0; at < digits.length; at += 2) {
    const unit = letter(Number.parseInt(digits.slice(at, at + 2), 16));
    if (unit === undefined) return undefined;
    text += unit;
  }
  return text;
}
