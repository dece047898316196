import type { HiddenText } from './hiddenText';

/** Messages in blanks: text pushed out of sight by hundreds of them, and codes of different ones. */
export function findBlanks(text: string, plain: boolean): HiddenText[] {
  return [
    ...pushedAway(text),
    ...(text.includes('\t \t') ? codedAtLineEnds(text) : []),
    ...(!plain && unusual.test(text) ? codedInSpaces(text) : []),
  ];
}

/** Wider than most windows: who reads the line sees its beginning only. A tab is as wide as four blanks or more. */
const farAway = 160;
const step = 40;

function* pushedAway(text: string): Generator<HiddenText> {
  for (let at = nextBlanks(text, 0); at >= 0; ) {
    let start = at;
    while (isBlank(text, start - 1)) start--;
    let end = at;
    while (isBlank(text, end)) end++;
    if (end - start >= step) yield* behind(text, start, end);
    at = nextBlanks(text, end);
  }
}

/** A place within the next long run; such a run holds two of the places that are looked at in a row, wherever it begins. */
function nextBlanks(text: string, from: number): number {
  const half = step / 2;
  for (let at = from + half; at < text.length; at += 2 * half) {
    if (isBlank(text, at) && (isBlank(text, at - half) || isBlank(text, at + half))) return at;
  }
  return -1;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 ? code === 32 || code === 9 || code === 10 || code === 13 : code === 0xa0 || code === 0x3000;
}

/** What stands behind blanks that are no indentation, or behind a page of empty lines. */
function* behind(text: string, start: number, end: number): Generator<HiddenText> {
  const run = text.slice(start, end);
  const lines = run.split('\n');
  const newline = text.indexOf('\n', end);
  const rest = text.slice(end, newline < 0 ? text.length : newline);
  if (start === 0 || !/\p{L}\S/u.test(rest.slice(0, 2_000))) return;
  const first = lines[0] as string;
  const isAside = lines.length === 1 && text[start - 1] !== '\n' && widthOf(first) >= leastWidth(text, start);
  const isBelow = lines.length > emptyLines;
  if (!isAside && !isBelow) return;
  // Tables that programs pack into strings are full of tabs, and of what is no text.
  if ((rest.slice(0, 200).match(/[^\P{Cc}\s]/gu) ?? []).length >= 8) return;
  const reason = isBelow
    ? `text behind ${lines.length - 1} empty lines`
    : `text behind ${run.length} blanks, out of sight`;
  yield { kind: 'blanks', start, end: end + rest.length, tier: 'likely', reason, decoded: rest.slice(0, 2_000) };
}

/** A screen and more of nothing. */
const emptyLines = 60;

function widthOf(blanks: string): number {
  return blanks.length + 3 * (blanks.match(/\t/g)?.length ?? 0) + 3 * (blanks.match(/[\u00a0\u3000]/g)?.length ?? 0);
}

/** The cells of a table are padded to the widest one. */
function leastWidth(text: string, start: number): number {
  return text.slice(Math.max(0, start - 300), start).includes('|') ? 2 * farAway : farAway;
}

/** Blanks and tabs in irregular order at line ends: nobody types them. */
function* codedAtLineEnds(text: string): Generator<HiddenText> {
  const runs = [...text.matchAll(mixedEnds)].filter(([run]) => (run.match(/ \t|\t /g) ?? []).length >= 4);
  if (runs.length < 3) return;
  for (const run of runs) {
    yield {
      kind: 'blanks',
      start: run.index,
      end: run.index + run[0].length,
      tier: 'likely',
      reason: 'blanks and tabs in turns at the end of a line, as codes are written',
    };
  }
}

const mixedEnds = /(?:(?<=\S)|^)[ \t]{5,2000}(?=\r?$)/gm;

/** Several kinds of wide blanks in a row. */
function* codedInSpaces(text: string): Generator<HiddenText> {
  for (const run of text.matchAll(wideBlanks)) {
    const kinds = new Set(run[0].replaceAll(' ', ''));
    if (kinds.size < 2) continue;
    yield {
      kind: 'blanks',
      start: run.index,
      end: run.index + run[0].length,
      tier: 'likely',
      reason: `${run[0].length} blanks of ${kinds.size} unusual kinds in a row`,
    };
  }
}

/** A blank that is no plain one; those that merely don't break stand in many texts, alone. */
const unusual = /[\u1680\u2000-\u200a\u205f\u3000]|[\u00a0\u202f]{2}/;
const wideBlanks = /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{8,}/g;
