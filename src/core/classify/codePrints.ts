import type { DataClass, Span } from '../model';
import { chooseGrams, type Grams, gramLength } from './codeGrams';

/** Two words in, two words out, for each of many: a keyed hash that nobody can compute without the key. */
export type KeyedHash = (words: Uint32Array) => Uint32Array;

/** The fingerprints of one file of the team's, each a whole number of 48 bits, sorted. */
export interface FilePrints {
  /** Relative to the workspace, with forward slashes. */
  readonly path: string;
  readonly class: DataClass;
  readonly prints: readonly number[];
}

/** Where a text's code came from. */
export interface Match {
  readonly path: string;
  readonly class: DataClass;
  /** Of the text's tokens that aren't imports or tables, between 0 and 1. */
  readonly share: number;
  /** The parts of the text that match, in order. */
  readonly spans: readonly Span[];
}

/** What matches some files: the largest part first. */
export interface Matches {
  /** The same, whichever file it came from. */
  readonly share: number;
  readonly matches: readonly Match[];
}

export interface CodePrints {
  match(text: string): Matches;
}

/** The fingerprints of a text, as `FilePrints` has them. */
export function printsOf(text: string, keyed: KeyedHash): number[] {
  const { words } = chooseGrams(text);
  return [...new Set(numbersOf(keyed(words)))].sort((one, other) => one - other);
}

/** Makes files' fingerprints ready to be looked up. */
export function createCodePrints(files: readonly FilePrints[], keyed: KeyedHash): CodePrints {
  const origins = originsOf(files);
  return {
    match(text) {
      const grams = chooseGrams(text);
      if (grams.count < least.prints) return nothing;
      const parts = partsOf(grams, numbersOf(keyed(grams.words)), origins);
      const matches = Array.from(parts, ([file, of]) => toMatch(files[file]!, of, grams));
      return {
        share: shareOf([...parts.values()].flat(), grams),
        matches: matches.sort((one, other) => other.share - one.share),
      };
    },
  };
}

const nothing: Matches = { share: 0, matches: [] };

/** Fewer in a row are chance. */
const least = { prints: 3, tokens: 20 } as const;
/** A file counts as the origin from one part of some eight lines on, or where most of a short text is its. */
const telling = { tokens: 36, share: 0.5 } as const;
/** Between two of a row so many others may stand, where somebody changed a word. */
const most = { gap: 2, origins: 8 } as const;

function numbersOf(words: Uint32Array): Float64Array {
  const numbers = new Float64Array(words.length / 2);
  for (let i = 0; i < numbers.length; i++) numbers[i] = (words[2 * i]! & 0xffff) * 2 ** 32 + words[2 * i + 1]!;
  return numbers;
}

/** The files of each fingerprint; what is in many of them tells none. */
function originsOf(files: readonly FilePrints[]): Map<number, number | number[]> {
  const origins = new Map<number, number | number[]>();
  for (const [file, { prints }] of files.entries()) {
    for (const print of prints) {
      const known = origins.get(print);
      if (known === undefined) origins.set(print, file);
      else if (typeof known === 'number') origins.set(print, [known, file]);
      else if (known.length < most.origins) known.push(file);
    }
  }
  return origins;
}

/** A row of grams from the same file, by their indices. */
interface Row {
  readonly first: number;
  last: number;
  count: number;
}

/** A part of the text by its tokens, half-open, and the indices of its first and last gram. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly row: Row;
}

function partsOf(grams: Grams, numbers: Float64Array, origins: Map<number, number | number[]>): Map<number, Part[]> {
  const open = new Map<number, Row>();
  const parts = new Map<number, Part[]>();
  const close = (file: number, row: Row) => {
    const part = { from: grams.tokens[row.first]!, to: grams.tokens[row.last]! + gramLength, row };
    if (row.count < least.prints || part.to - part.from < least.tokens) return;
    const known = parts.get(file);
    if (known) known.push(part);
    else parts.set(file, [part]);
  };
  for (const [index, number] of numbers.entries()) {
    const found = origins.get(number);
    if (found === undefined) continue;
    for (const file of typeof found === 'number' ? [found] : found) {
      const row = open.get(file);
      if (row && index - row.last <= most.gap) {
        row.last = index;
        row.count++;
        continue;
      }
      if (row) close(file, row);
      open.set(file, { first: index, last: index, count: 1 });
    }
  }
  for (const [file, row] of open) close(file, row);
  for (const [file, of] of parts) if (!isTelling(of, grams)) parts.delete(file);
  return parts;
}

function isTelling(parts: readonly Part[], { tokenCount }: Grams): boolean {
  return parts.some(({ from, to }) => to - from >= telling.tokens) || tokensIn(parts) / tokenCount >= telling.share;
}

function toMatch({ path, class: dataClass }: FilePrints, parts: readonly Part[], grams: Grams): Match {
  const spans = parts.map(({ row }) => ({ start: grams.starts[row.first]!, end: grams.ends[row.last]! }));
  return { path, class: dataClass, share: shareOf(parts, grams), spans };
}

/** Of what can be recognised: imports and tables are no one's own. */
function shareOf(parts: readonly Part[], { livelyCount }: Grams): number {
  return livelyCount === 0 ? 0 : Math.min(1, tokensIn(parts) / livelyCount);
}

/** How many tokens lie in at least one of the parts. */
function tokensIn(parts: readonly Part[]): number {
  let [count, end] = [0, 0];
  for (const { from, to } of [...parts].sort((one, other) => one.from - other.from)) {
    count += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return count;
}
