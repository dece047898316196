import { looksRandom } from '../detectors/looksRandom';
import type { Span } from '../model';
import type { Concealed } from './concealed';
import { isHead } from './heads';
import { underNames } from './underNames';

/**
 * Literals of a list that is made one text somewhere else, or nowhere: `PARTS = ["ghp_", "…"]`, `{0: "…", 1: "…"}`, tuples with their
 * place, `{"part1": "…", "part2": "…"}`. They are read as one under the list's name and under those that follow it.
 */
export function listedPieces(text: string): Concealed[] {
  const found: Concealed[] = [];
  for (const bracket of ['[', '(', '{']) {
    for (let at = text.indexOf(bracket), floor = 0; at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (at < floor || !mayOpen(text, at)) continue;
      opened.lastIndex = at;
      const pieces = piecesFrom(text, at + (opened.exec(text)?.[0].length ?? 0) - 1);
      if (pieces.length < 2) continue;
      floor = (pieces.at(-1) as Piece).end;
      const one = joined(text, at, pieces);
      if (one) found.push(one);
    }
  }
  return found;
}

/** A quote, a bracket or a digit follows. */
function mayOpen(text: string, at: number): boolean {
  let next = at + 1;
  while (text.charCodeAt(next) <= 32) next++;
  const code = text.charCodeAt(next);
  return code === 34 || code === 39 || code === 40 || (code >= 48 && code <= 57);
}

interface Piece extends Span {
  /** Its place in the whole, where the list says it. */
  readonly place: number | undefined;
}

const gap = String.raw`\s{0,40}(?:(?<=\n {0,6})\d{1,6}(?:\t|→)\s{0,40})?`;
const label = String.raw`(?:(?:\(\s?)?(\d{1,2})\s?[:,]\s?|["']?[A-Za-z_]{0,12}(\d{1,2})["']?\s?(?::|=>?)\s?)?`;
const opened = new RegExp(
  String.raw`[[({]${gap}(?:(?:\(\s?)?\d{1,2}\s?[:,]\s?|["']?[A-Za-z_]{0,12}\d{1,2}["']?\s?(?::|=>?)\s?)?["']`,
  'y',
);
const item = new RegExp(
  String.raw`(["'])((?:[\x21\x23-\x26\x28-\x5b\x5d-\x7e]|(?<=\d) | (?=\d)){1,100})\1\s?\)?(,?)${gap}${label}`,
  'y',
);
const leading = new RegExp(`^.${gap}${label}$`);
const goesOn = /(["'])[^"'\\\n]{1,100}\1\s?\)?,/y;
const mostPieces = 64;

function piecesFrom(text: string, quote: number): Piece[] {
  const pieces: Piece[] = [];
  goesOn.lastIndex = quote;
  if (!goesOn.test(text)) return pieces;
  const head = text.slice(Math.max(0, quote - 90), quote);
  let [, bare, numbered] = leading.exec(head.slice(Math.max(head.lastIndexOf('['), head.lastIndexOf('{'), 0))) ?? [];
  for (let at = quote; pieces.length < mostPieces; ) {
    item.lastIndex = at;
    const match = item.exec(text);
    if (!match) break;
    const [whole, , value = '', comma] = match;
    const place = bare ?? numbered;
    pieces.push({ start: at + 1, end: at + 1 + value.length, place: place === undefined ? undefined : Number(place) });
    [bare, numbered] = [match[4], match[5]];
    at += whole.length;
    if (comma === '') break;
  }
  return pieces;
}

function joined(text: string, at: number, pieces: readonly Piece[]): Concealed | undefined {
  const inOrder = pieces.every(({ place }) => place !== undefined)
    ? pieces.toSorted((a, b) => (a.place as number) - (b.place as number))
    : pieces;
  const words = inOrder.map(({ start, end }) => text.slice(start, end));
  const whole = words.join('');
  if (whole.length < shortest || words.some(word => isValue.test(word)) || !isDrawn(whole, words)) return undefined;
  const names = namesAround(text, at, (pieces.at(-1) as Piece).end);
  const first = words[0]?.length ?? 0;
  const all = underNames(whole, names);
  const span = { start: (pieces[0] as Piece).start, end: (pieces.at(-1) as Piece).end };
  return {
    text: all,
    depth: 3,
    place(inner: Span) {
      const from = inner.start - (all.lastIndexOf('\n', inner.start - 1) + 1);
      const begins = all.slice(0, inner.start).endsWith('= "') ? 0 : from;
      // What is whole in one piece is found as it stands.
      return begins < first && inner.end - inner.start > first ? { ...span, how: 'in pieces' } : undefined;
    },
  };
}

const shortest = 9;

/** An address, a day or a number that is whole: what stands around it are the other fields of a row. */
const isValue = /^[^@]+@[\w-]+(?:\.[\w-]+)+$|^\d{4}-\d\d-\d\d|^\+\d[\d ()/.-]{7,}$/;

/** Pieces of a token have digits and capitals in no order; a list of words, names or versions has none. */
function isDrawn(whole: string, words: readonly string[]): boolean {
  const digits = whole.match(/\d/g)?.length ?? 0;
  if (digits < 2 || /\s/.test(whole.replace(/(?<=\d) | (?=\d)/g, ''))) return false;
  if (words.filter(word => isWord.test(word)).length * 3 > words.length) return isHead(whole, 0);
  return digits * 2 > whole.length || (whole.length >= 12 && looksRandom(whole) && /[a-z]/i.test(whole));
}

/** What lists are full of: a word, also with a number, a measure, a version, a colour, a path. */
const isWord = /^[A-Z]?[a-z]{3,}\d{0,2}[a-z]{0,2}$|^\d{1,3}(?:px|em|%|ms)$|^v?\d+(?:\.\d+)+$|^[#./]/;

/** The list's own name, and those that what stands behind it is given to or called by. */
function namesAround(text: string, at: number, end: number): string[] {
  const own = given.exec(text.slice(Math.max(0, at - 90), at))?.[1];
  if (own === undefined) return [];
  const behind = [...text.slice(end, end + 260).matchAll(/([A-Za-z_$][\w$]{2,40})\s?(?::?=|:|\()(?!=)/g)].map(
    ([, name]) => name as string,
  );
  return [...new Set([own, ...behind])].slice(0, 6);
}

const given =
  /([A-Za-z_$][\w.$-]{0,40})["'`]?\]?\s{0,3}(?::\s?[\w<>[\]&, ]{1,24})?(?::?=|:|=>)\s{0,20}(?:[-\w.$@!: ]{1,24}\(?(?:["']{2},\s?)?)?$/;
