import type { Encoded } from './encoded';
import { underNames } from './underNames';

/**
 * Letters that stand one by one behind numbers that count: `0: s⏎1: k`, `{"0":"s","1":"k"}`, `key[0] = 's';`, a letter a line with
 * a client's line numbers. What stands between two of them is the same each time.
 */
export function countedLetters(text: string): Encoded[] {
  const found: Encoded[] = [];
  let floor = 0;
  for (const match of [...text.matchAll(first), ...text.matchAll(firstLine)]) {
    const start = match.index + match[0].search(/\d/);
    if (start < floor || /[\d.]/.test(text[start - 1] ?? '')) continue;
    const one = rowFrom(text, start, match);
    if (!one) continue;
    floor = one.end;
    found.push(one);
  }
  return found;
}

/** The first number, what parts it from its letter, and that letter, which nothing else follows. */
const first =
  /[01](["'\])]{0,2}(?:[ \t]{0,2}(?:[:=),.|→\t-]|=>)[ \t]{0,2}|[ \t]{1,2})["'`]?)(\\?[\x21-\x7e])(?=["'`]?(?:[,;}\])\s]|$))/g;
/** A letter a line, behind a client's line numbers. */
const firstLine = /\n {0,6}\d{1,5}([\t→])(\S)(?=\r?\n {0,6}\d{1,5}[\t→]\S\r?\n)/g;

const fewest = 8;
const most = 4096;
const farthest = 60;

function rowFrom(text: string, start: number, match: RegExpExecArray): Encoded | undefined {
  const [whole, sign = '', letter = ''] = match;
  const number = Number.parseInt(whole, 10);
  let letters = letter.slice(-1);
  let end = match.index + whole.length;
  let between: string | undefined;
  for (let count = number + 1; letters.length < most; count++) {
    const ahead = text.slice(end, end + farthest);
    const at = ahead.indexOf(`${count}${sign}`);
    if (at < 0 || /\d/.test(ahead[at - 1] ?? '')) break;
    const gap = ahead.slice(0, at).replace(lineNumbers, '\n').trim();
    if (between !== undefined && gap !== between) break;
    between = gap;
    let place = end + at + `${count}${sign}`.length;
    if (text[place] === '\\') place++;
    const unit = text[place];
    if (unit === undefined || unit <= ' ') break;
    letters += unit;
    end = place + 1;
  }
  if (letters.length < fewest || /^(.)\1+$/.test(letters)) return undefined;
  return { start, end, text: named(text, start, letters), how: 'letter by letter', turned: true };
}

const lineNumbers = /\n {0,6}\d{1,6}(?:\t|→)/g;

/** Under each of the last names before them: which of them is theirs, nobody can tell. */
function named(text: string, at: number, letters: string): string {
  const names = text.slice(Math.max(0, at - 160), at).match(/[A-Za-z_][\w-]{2,40}/g) ?? [];
  return underNames(letters, [...new Set(names)].slice(-3));
}
