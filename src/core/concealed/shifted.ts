import { beginsAsText, decoded, type Encoded } from './encoded';
import { isHead, isShiftedHead, mayBeginHead } from './heads';
import { stretchEnd } from './stretchEnd';
import { isInToken } from './tokenUnits';
import { unitAt } from './unitAt';

/**
 * What the run of letters in `[start, end)` says backwards or in shifted letters: only where it then begins as a token of a known
 * format does, or is base64 of a text.
 */
export function inTurnedLetters(text: string, start: number, end: number): Encoded[] {
  if (end - start > longest) return [];
  const shifted = inShiftedLetters(text, start, end);
  const back = backwards(text, start, end);
  return shifted ? [shifted, ...back] : back;
}

const longest = 4096;

function inShiftedLetters(text: string, start: number, end: number): Encoded | undefined {
  if (!isMixed(text, start, Math.min(end, start + 40)) || !isShiftedHead(text, start)) return undefined;
  const head = text.slice(start, start + 4);
  const fitting = turns.filter(turn => isHead(turned(head, turn), 0));
  if (fitting.length === 0) return undefined;
  const last = tokenEnd(text, end);
  const whole = text.slice(start, last);
  return {
    start,
    end: last,
    text: fitting.map(turn => turned(whole, turn)).join('\n'),
    how: 'in shifted letters',
    turned: true,
  };
}

/** Tokens have digits and letters beyond those of hexadecimal near their beginning. */
function isMixed(text: string, start: number, end: number): boolean {
  let [digits, letters] = [0, 0];
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
    else if ((code | 32) > 102) letters++;
  }
  return digits > 0 && letters > 1;
}

function tokenEnd(text: string, from: number): number {
  let end = from;
  while (end - from < longest && isInToken(unitAt(text, end))) end++;
  return end;
}

/** By how much letters are shifted; the last turns their order round. */
export const turns: readonly number[] = Array.from({ length: 26 }, (_, i) => i + 1);
const mirrored = 26;

/** Letters put for letters; all else stays. */
export function turned(text: string, turn: number): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = unitAt(text, i);
    const base = code >= 97 && code <= 122 ? 97 : code >= 65 && code <= 90 ? 65 : 0;
    const place = turn === mirrored ? 25 - (code - base) : (code - base + turn) % 26;
    out += base === 0 ? text[i] : String.fromCharCode(base + place);
  }
  return out;
}

function backwards(text: string, start: number, end: number): Encoded[] {
  const found: Encoded[] = [];
  const tail = beginsAsText(text, end - 1, -1) ? reversed(text.slice(Math.max(start, end - 40), end)) : '';
  if (decoded(tail, 0, tail.length)) {
    const whole = reversed(text.slice(start, end));
    const opened = decoded(whole, 0, whole.length);
    // The padding stands in front.
    const padding = /={0,2}$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
    if (opened)
      found.push({ start: start - padding, end, text: opened.text, how: `backwards, ${opened.how}`, turned: true });
  }
  if (isAccount(text, start, end))
    found.push({ start, end, text: reversed(text.slice(start, end)), how: 'backwards', turned: true });
  const last = tokenEnd(text, end);
  for (const to of last > end ? [end, last] : [end]) {
    if (!isHead(text, to - 1, -1)) continue;
    const from = tokenStart(text, start);
    found.push({ start: from, end: to, text: reversed(text.slice(from, to)), how: 'backwards', turned: true });
  }
  return found;
}

/** Digits, and at their end two digits and two capitals: an IBAN from its end to its beginning. */
function isAccount(text: string, start: number, end: number): boolean {
  const last = unitAt(text, end - 1);
  return last >= 65 && last <= 90 && end - start < 35 && /^[A-Z\d]{11,30}\d{2}[A-Z]{2}$/.test(text.slice(start, end));
}

function tokenStart(text: string, from: number): number {
  let start = from;
  while (start > 0 && from - start < longest && isInToken(unitAt(text, start - 1))) start--;
  return start;
}

/** A text from its end to its beginning. */
export function reversed(text: string): string {
  let out = '';
  for (let at = text.length - 1; at >= 0; at--) out += text[at];
  return out;
}

/** What begins at `at` with its letters and signs shifted by 47 places. */
export function inRot47(text: string, at: number): Encoded | undefined {
  if (!mayBeginHead(moved(unitAt(text, at)), moved(unitAt(text, at + 1)))) return undefined;
  if (!isHead(rot47(text.slice(at, at + 4)), 0)) return undefined;
  const stretch = text.slice(at, stretchEnd(text, at, longest));
  if (digest.test(stretch)) return undefined;
  const quote = /["'`]/.test(text[at - 1] ?? '') ? (text[at - 1] as string) : '';
  // The quote may itself be one of its signs.
  const ends = quote === '' ? [stretch.length] : [stretch.indexOf(quote), stretch.lastIndexOf(quote), stretch.length];
  const said = ends.filter(end => end > 0).map(end => rot47(stretch.slice(0, end)));
  const end = at + (stretch.lastIndexOf(quote || '\n') > 0 ? stretch.lastIndexOf(quote) : stretch.length);
  return { start: at, end, text: said.join('\n'), how: 'in shifted signs', turned: true };
}

/** What has nothing but hexadecimal digits is no text in other signs. */
const digest = /^[\da-f]{32}/i;

function rot47(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += String.fromCharCode(moved(unitAt(text, i)));
  return out;
}

function moved(code: number): number {
  return ((code + 14) % 94) + 33;
}
