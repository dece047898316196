import type { Seam } from './seam';
import { isInRun } from './tokenUnits';

/**
 * Where a long run of letters may go on in the next line, or began in the line before: hard wraps of base64 and of mails,
 * with whatever each line begins with alike (indentation, a comment's sign, a diff's or a quotation's, a line number).
 */
export function lineCuts(text: string, runs: readonly number[]): Seam[] {
  const seams: Seam[] = [];
  let last = -1;
  const add = (cut: Seam | undefined) => {
    if (!cut || cut.start <= last) return;
    last = cut.start;
    seams.push(cut);
  };
  for (let i = 0; i < runs.length; i += 2) {
    const end = runs[i + 1] as number;
    const before = lineBefore(text, runs[i] as number);
    if (before >= 0) add(cutAfter(text, before));
    if (end >= text.length) continue;
    const unit = text.charCodeAt(end);
    if (unit === lf || unit === cr || unit === equals) add(cutAfter(text, end));
  }
  return seams;
}

const lf = 10;
const cr = 13;
const equals = 61;
const colon = 58;
const paren = 40;

/** Where the line before ends, if a run begins its own line but for what lines begin with; else -1. */
function lineBefore(text: string, start: number): number {
  for (let i = start - 1; i > 1 && i >= start - 12; i--) {
    if (text.charCodeAt(i) !== lf) continue;
    const end = text.charCodeAt(i - 1) === cr ? i - 1 : i;
    return text.charCodeAt(end - 1) === equals ? end - 1 : end;
  }
  return -1;
}

const shortestPiece = 4;
const shortestToken = 20;
/** Shorter, two words at a line's end and the next one's start could be as long; they have no digit, as a rule. */
const surelyNoWord = 60;
/** Longer pieces need not be looked at to the end. */
const longestPiece = 1024;

function cutAfter(text: string, at: number): Seam | undefined {
  const left = back(text, at);
  if (at - left < shortestPiece) return undefined;
  const soft = text.charCodeAt(at) === equals;
  let next = soft ? at + 1 : at;
  if (text.charCodeAt(next) === cr) next++;
  if (text.charCodeAt(next) !== lf) return undefined;
  const from = overLead(text, left, next + 1);
  if (from < 0) return undefined;
  const to = forward(text, from);
  const length = at - left + to - from;
  if (to - from < shortestPiece || length < shortestToken) return undefined;
  if (length < surelyNoWord && !/\d/.test(text.slice(left, at)) && !/\d/.test(text.slice(from, to))) return undefined;
  if (!soft && beginsAnew(text, to)) return undefined;
  return { start: at, end: from, to: '', how: soft && isFull(text, at) ? 'in quoted-printable' : 'broken over lines' };
}

/** Quoted-printable breaks lines that are nearly 76 units long; at a shorter one's end `=` is base64's padding as a rule. */
function isFull(text: string, at: number): boolean {
  const length = at - lineStart(text, at);
  return length >= 70 && length <= 75;
}

function back(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < longestPiece && isInRun(text.charCodeAt(start - 1))) start--;
  return start;
}

function forward(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < longestPiece && isInRun(text.charCodeAt(end))) end++;
  return end;
}

/** A name with its value, a call: not what the line before goes on with. */
function beginsAnew(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === colon || unit === paren || (unit === equals && !/^={1,2}(?![\w=])/.test(text.slice(at, at + 3)));
}

const leads = /[ \t]*(?:(\/\/+|--|#+|>+|\*|\||;|[+-])|\d{1,6}[:|]?(?=[ \t]))?[ \t]*/y;

/** Where the line at `next` begins but for what both lines begin with, or -1 where they differ. */
function overLead(text: string, left: number, next: number): number {
  const own = lead(text, lineStart(text, left));
  const other = lead(text, next);
  if (own.sign === other.sign) return next + other.length;
  // What looks like a sign may be the text itself.
  return /^[+/-]/.test(other.sign) && other.plain >= 0 ? next + other.plain : -1;
}

/** No farther back than a token could lie from its line's start, so that a cut is told by the text near it. */
function lineStart(text: string, at: number): number {
  const floor = Math.max(0, at - longestPiece);
  return floor + text.slice(floor, at).lastIndexOf('\n') + 1;
}

function lead(text: string, at: number): { sign: string; length: number; plain: number } {
  leads.lastIndex = at;
  const match = leads.exec(text);
  const whole = match?.[0] ?? '';
  const blank = /^[ \t]*/.exec(whole)?.[0].length ?? 0;
  const sign = match?.[1] ?? (/\d/.test(whole) ? 'number' : '');
  return { sign, length: whole.length, plain: blank };
}
