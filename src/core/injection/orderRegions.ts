import { lineEnd, lineStart } from '../lineAround';
import type { Span } from '../model';
import { enough, hints } from './orderHints';

/** The words whose company tells of an order, in lower case, for a pass over the text; short ones behind a blank, because they stand in others. */
export function hintWords(): readonly string[] {
  return table().words.map(word => (word.length <= 4 ? ` ${word}` : word));
}

/**
 * The parts of a text in which enough hints stand near each other to look closer: `met` are places in `hintWords` and where each ends, in
 * order. A few in a hundred of a document's sentences; linear in the hits.
 */
export function orderRegions(text: string, met: readonly number[]): Span[] {
  const { words, weights } = table();
  const regions: Span[] = [];
  const near: { readonly id: number; readonly start: number; readonly end: number }[] = [];
  const counts = new Map<number, number>();
  let first = 0;
  let sum = 0;
  for (let i = 0; i < met.length; i += 2) {
    const id = met[i] as number;
    const end = met[i + 1] as number;
    const start = end - (words[id] as string).length;
    if (isLetter(text.charCodeAt(start - 1)) || isLetter(text.charCodeAt(end)) || !isSame(text, start, end, id))
      continue;
    for (; first < near.length && (near[first] as Span).start < start - reach; first++) {
      const gone = (near[first] as { id: number }).id;
      const left = (counts.get(gone) as number) - 1;
      counts.set(gone, left);
      if (left === 0) sum -= weights[gone] as number;
    }
    near.push({ id, start, end });
    const known = counts.get(id) ?? 0;
    counts.set(id, known + 1);
    if (known === 0) sum += weights[id] as number;
    if (sum < enough) continue;
    const from = sentenceStart(text, (near[first] as Span).start);
    const last = regions.at(-1);
    const to = sentenceEnd(text, end);
    if (last && from <= last.end) regions[regions.length - 1] = { start: last.start, end: Math.max(to, last.end) };
    else regions.push({ start: from, end: to });
  }
  return regions;
}

/** Hints so far apart still belong together. */
const reach = 220;
/** So much of a line is looked at beside them. */
const around = 200;

/** Where the sentence around `at` begins; a half one would be judged wrongly. */
function sentenceStart(text: string, at: number): number {
  const line = lineStart(text, at, around);
  const part = text.slice(line, at);
  const stop = Math.max(part.lastIndexOf('. '), part.lastIndexOf('! '), part.lastIndexOf('? '), part.lastIndexOf('; '));
  return line + stop + 1;
}

/** Where the sentence around `at` ends, or its line. */
function sentenceEnd(text: string, at: number): number {
  const line = lineEnd(text, at, around);
  const stop = text.slice(at, line).search(/[.!?;](?:\s|$)/);
  return stop < 0 ? line : at + stop + 1;
}

/** Units beyond ASCII share a few classes in a pass, so what it met is looked at again. */
function isSame(text: string, start: number, end: number, id: number): boolean {
  const { foreign, words } = table();
  return !foreign[id] || text.slice(start, end).toLowerCase() === words[id];
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f);
}

interface Table {
  readonly words: readonly string[];
  readonly weights: readonly number[];
  readonly foreign: readonly boolean[];
}

let made: Table | undefined;

/** `word weight` by lines. */
function table(): Table {
  if (made) return made;
  const entries = hints
    .trim()
    .split('\n')
    .map(it => it.split(' '));
  const words = entries.map(([word = '']) => word);
  const weights = entries.map(([, weight]) => Number(weight));
  made = { words, weights, foreign: words.map(word => /[^\0-\x7f]/.test(word)) };
  return made;
}
