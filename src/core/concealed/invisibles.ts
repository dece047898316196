import type { How, Seam } from './seam';
import { isInToken } from './tokenUnits';

/** Adds what stands between the letters of a token without being seen, and letters that only look like ASCII. */
export function invisiblesIn(text: string, seams: Seam[], leaving: boolean): void {
  for (let at = text.indexOf('\0'); at >= 0; at = text.indexOf('\0', at + 1))
    if (isInToken(text.charCodeAt(at + 1)) || isInToken(text.charCodeAt(at - 1)))
      seams.push({ start: at, end: at + 1, to: '', how: 'in UTF-16' });
  for (const one of ['\u00ad', '\u00a0'])
    for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + 1)) unseen(text, at, at + 1, seams);
  for (let at = text.indexOf('\x1b['); at >= 0; at = text.indexOf('\x1b[', at + 1)) {
    colours.lastIndex = at;
    if (colours.test(text)) unseen(text, at, colours.lastIndex, seams, 'amid colours');
  }
  // In a text without letters beyond Latin 1 this costs nothing: the engine knows that it can't match.
  wide.lastIndex = 0;
  for (let match = wide.exec(text); match; match = wide.exec(text)) {
    const [one] = match;
    const code = one.codePointAt(0) as number;
    if (code > 0xff00 && code <= 0xff5e) fullWidth(text, match.index, seams);
    else if (code > 0xffff || (code >= 0x2460 && code < 0x2500) || (code >= 0x2070 && code < 0x208a))
      ofAnotherForm(match.index, one, seams);
    else unseen(text, match.index, match.index + one.length, seams);
  }
  if (leaving) accentsAndDigits(text, seams);
  alphabets.lastIndex = 0;
  for (let match = alphabets.exec(text); match; match = alphabets.exec(text)) likeLatin(text, match.index, seams);
}

/** Several unseen ones or narrow blanks in a row; full-width ASCII; letters and digits in circles or above a line; those of formulas. */
const wide =
  /[\u2000-\u200d\u202f\u2060-\u2064\ufeff]{1,64}|[\u2460-\u2468\u24b6-\u24ea\u2070\u2074-\u2079\u2080-\u2089\uff01-\uff5e]|[\u{1d400}-\u{1d6a3}\u{1d7ce}-\u{1d7ff}]/gu;

/** Accents and marks put over letters, and digits of the Arabic, Persian, Thai and two Indian scripts. */
function accentsAndDigits(text: string, seams: Seam[]): void {
  others.lastIndex = 0;
  for (let match = others.exec(text); match; match = others.exec(text)) {
    const code = match[0].charCodeAt(0);
    if (code < 0x400 || code > 0xfdff) unseen(text, match.index, others.lastIndex, seams);
    else seams.push({ start: match.index, end: match.index + 1, to: digitOf(code), how: 'in letters of another form' });
  }
}

/** The Indian ones begin at a unit that ends in six. */
function digitOf(code: number): string {
  return String((code & 15) - (code > 0x965 && code < 0x9f0 ? 6 : 0));
}

const others =
  /(?:[\u0300-\u036f]|[\ufe00-\ufe0f]){1,8}|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/gu;

/** Greek and Cyrillic. */
const alphabets = /[\u0391-\u0458]/g;

/** A terminal's colours, as `grep --color` puts them into what it found. */
const colours = /(?:\p{Cc}\[[\d;]{0,12}[A-Za-z]){1,4}/uy;

function unseen(
  text: string,
  start: number,
  end: number,
  seams: Seam[],
  how: How = 'with invisible characters inside',
): void {
  const isInside = start === 0 || isPrinted(text.charCodeAt(start - 1));
  if (isInside && isPrinted(text.charCodeAt(end))) seams.push({ start, end, to: '', how });
}

function isPrinted(code: number): boolean {
  return (code >= 32 && code < 127) || code === 10;
}

/** Greek and Cyrillic letters that look like Latin ones, amid Latin letters. */
function likeLatin(text: string, at: number, seams: Seam[]): void {
  const to = latin[text[at] as string];
  if (to === undefined) return;
  const [before, behind] = [text[at - 1] ?? ' ', text[at + 1] ?? ' '];
  if (!/\w/.test(before + behind) || !(isLatin(before) && isLatin(behind))) return;
  seams.push({ start: at, end: at + 1, to, how: 'in letters of another form' });
}

function isLatin(unit: string): boolean {
  return unit < '\u007f' || unit in latin;
}

const latin: Readonly<Record<string, string>> = Object.fromEntries(
  [...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕЗКМНОРСТУХаеорсухіѕј'].map((letter, i) => [
    letter,
    'ABEZHIKMNOPTYXoABE3KMHOPCTYXaeopcyxisj'[i] as string,
  ]),
);

/** Full-width signs are the punctuation of East Asian texts, but for those that touch full-width letters. */
function fullWidth(text: string, at: number, seams: Seam[]): void {
  const to = narrow(text, at);
  const how: How = 'in full-width letters';
  if (/[\w-]/.test(to) || /\w/.test(narrow(text, at - 1) + narrow(text, at + 1)))
    seams.push({ start: at, end: at + 1, to, how });
}

function narrow(text: string, at: number): string {
  const code = text.charCodeAt(at);
  return code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : '';
}

function ofAnotherForm(at: number, letter: string, seams: Seam[]): void {
  const to = letter.normalize('NFKC');
  if (/^\w$/.test(to)) seams.push({ start: at, end: at + letter.length, to, how: 'in letters of another form' });
}
