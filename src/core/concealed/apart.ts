import type { Encoded } from './encoded';
import { isInRun } from './tokenUnits';

/**
 * Letters, or groups of them, that stand apart: the same signs between all of them, in the same distance. `s k _ l i v e`,
 * `s-k-_-l`, `['s', 'k', '_']`, one letter a line, `Z2hw XzEy`. A few units in each stretch are looked at. The text has edges of zeros.
 */
export function lettersApart(text: string): Encoded[] {
  const found: Encoded[] = [];
  let floor = 0;
  for (let at = 0; at < text.length; at += stride) {
    if (at < floor) continue;
    const row = rowAt(text, at, floor);
    if (!row) continue;
    floor = row.last;
    const one = row.isOne ? read(text, row) : undefined;
    if (!one) continue;
    found.push(one);
    floor = one.end;
  }
  return found;
}

const stride = 20;
const longestPeriod = 9;
/** One letter or two with a sign or several, groups of four, and of eight. */
const periods = [2, 3, 4, 5, 6, 7, longestPeriod] as const;

/** Units that have the same sign in front of each period, from the first such sign to the last. */
interface Row extends Span {
  readonly period: number;
  /** The places behind a sign where letters stand. */
  readonly places: readonly number[];
  /** Set where it is long enough, and of letters from end to end. */
  readonly isOne: boolean;
}

function rowAt(text: string, from: number, floor: number): Row | undefined {
  let at = from;
  const most = from + longestPeriod;
  while (at < most && isLetter(text.charCodeAt(at))) at++;
  const sign = text.charCodeAt(at);
  if (sign < 128 && brackets[sign] === 1) return undefined;
  // Of several alike the last one counts: a line of dashes, blanks before code have no row in them.
  while (at < most && text.charCodeAt(at + 1) === sign) at++;
  if (at >= most) return undefined;
  for (const period of periods) {
    const goesOn = text.charCodeAt(at + period) === sign;
    if (text.charCodeAt(at - period) !== sign && !(goesOn && text.charCodeAt(at + 2 * period) === sign)) continue;
    if (!goesOn && text.charCodeAt(at - 2 * period) !== sign) continue;
    const row = signsAround(text, at, period);
    if ((row.last - row.first) / period < fewestOf(period) || !isRow(text, row.first, row.last, period)) continue;
    return rowAround(text, row, period, floor);
  }
  return undefined;
}

/** Some of the same signs around the one at `at`, so many units apart. */
function signsAround(text: string, at: number, period: number): Span {
  const sign = text.charCodeAt(at);
  let [first, last] = [at, at];
  while (last - at < 4 * period && text.charCodeAt(last + period) === sign) last += period;
  while (at - first < 4 * period && text.charCodeAt(first - period) === sign) first -= period;
  return { first, last };
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** The longer the groups, the fewer of them are chance. */
function fewestOf(period: number): number {
  return period === longestPeriod ? 2 : period < 5 ? 4 : 3;
}

/** What programs are full of and nobody puts between letters. */
const brackets = Uint8Array.from({ length: 128 }, (_, code) =>
  /[(){}<>[\];=\0]/.test(String.fromCharCode(code)) ? 1 : 0,
);

function isLetter(code: number): boolean {
  return code < 128 && letters[code] === 1;
}

const letters = Uint8Array.from({ length: 128 }, (_, code) => (/[A-Za-z\d]/.test(String.fromCharCode(code)) ? 1 : 0));

function isRow(text: string, first: number, last: number, period: number): boolean {
  const places = placesIn(text, first, last, period);
  return places.length > 0 && areLetters(text, first, last, period, places);
}

/** The whole row that some of its signs stand in. */
function rowAround(text: string, seed: Span, period: number, floor: number): Row {
  const sign = text.charCodeAt(seed.first);
  const seen = placesIn(text, seed.first, seed.last, period);
  const goesOn = (at: number, group: number) =>
    text.charCodeAt(at) === sign && areLetters(text, group, group + period, period, seen);
  let { first, last } = seed;
  while (first - period >= floor && last - first < longestRow && goesOn(first - period, first - period))
    first -= period;
  while (last - first < longestRow && goesOn(last + period, last)) last += period;
  const places = placesIn(text, first, last, period);
  const count = ((last - first) / period) * places.length;
  return {
    first,
    last,
    period,
    places,
    isOne: count >= fewestLetters && areLetters(text, first, last, period, places),
  };
}

const longestRow = 16_384;
const fewestLetters = 9;

/** The places behind a sign where letters stand; all others hold the same sign in each period. */
function placesIn(text: string, first: number, last: number, period: number): number[] {
  const places: number[] = [];
  for (let place = 1; place < period; place++) {
    const unit = text.charCodeAt(first + place);
    for (let at = first; at < last; at += period) {
      if (text.charCodeAt(at + place) === unit && !isLetter(unit)) continue;
      places.push(place);
      break;
    }
  }
  return places;
}

/** Whether groups lie side by side and are made of what tokens are made of: code is regular as well. Source maps have commas and semicolons. */
function areLetters(text: string, first: number, last: number, period: number, places: readonly number[]): boolean {
  if (places.length === 1) return true;
  if (
    [comma, semicolon].includes(text.charCodeAt(first)) ||
    (places.at(-1) as number) - (places[0] as number) >= places.length
  )
    return false;
  for (let base = first; base < last; base += period)
    for (const place of places)
      if (!isInRun(text.charCodeAt(base + place)) && !isMark(text[base + place])) return false;
  return true;
}

const comma = 44;
const semicolon = 59;

/** Of these a few stand in tokens, addresses and padded base64. */
function isMark(unit: string | undefined): boolean {
  return unit !== undefined && '.@:=!?$%&*#~'.includes(unit);
}

/** All letters of a row; a group at either end may be shorter, but isn't the end or the beginning of a longer word. */
function read(text: string, { first, last, period, places }: Row): Encoded | undefined {
  const head = headOf(text, first - period, places);
  const tail = tailOf(text, last, places);
  const said = [text.slice(head, first - period + (places.at(-1) as number) + 1)];
  for (let base = first; base < last; base += period)
    for (const place of places) said.push(text[base + place] as string);
  said.push(text.slice(last + (places[0] as number), tail));
  const whole = said.join('');
  // Blanks between the brackets that end blocks are as regular.
  if ((whole.match(letterUnits)?.length ?? 0) < 6) return undefined;
  if (period === 5 && uuid.test(text.slice(Math.max(0, first - 8), last + 13))) return undefined;
  // Words of the same length stand side by side as well; of what is encoded a few letters are digits.
  if (places.length > 1 && !/[\d@_]/.test(whole)) return undefined;
  const span = { start: Math.min(head, first + (places[0] as number)), end: Math.max(tail, last) };
  // Numbers in a row are just that where commas part them.
  if (!/[a-z]/i.test(whole) && /^[^"'`]*,/.test(text.slice(span.start, span.end))) return undefined;
  return { ...span, text: whole, how: 'in letters that stand apart' };
}

const letterUnits = /[A-Za-z\d]/g;

/** Its middle groups are of four letters. */
const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i;

/** Where the group before the first sign begins; behind it, where there is none. */
function headOf(text: string, base: number, places: readonly number[]): number {
  const none = base + (places.at(-1) as number) + 1;
  let start = none;
  for (const place of [...places].reverse()) {
    if (!isGraphic(text[base + place])) break;
    start = base + place;
  }
  return isLetter(text.charCodeAt(start - 1)) ? none : start;
}

function tailOf(text: string, last: number, places: readonly number[]): number {
  const none = last + (places[0] as number);
  let end = none;
  for (const place of places) {
    if (!isGraphic(text[last + place])) break;
    end = last + place + 1;
  }
  return isLetter(text.charCodeAt(end)) ? none : end;
}

function isGraphic(unit: string | undefined): boolean {
  return unit !== undefined && unit > ' ' && !/["'`]/.test(unit);
}
