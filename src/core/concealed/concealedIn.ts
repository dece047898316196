import { peek, reach } from '../detectors/detector';
import type { Span } from '../model';
import { decoded } from './encoded';
import { foldsIn, howOf, isLineCut, type Placed } from './folds';
import { runsIn } from './runs';
import { seamsIn } from './seams';

/** A text that stands hidden in another: encoded, escaped, in pieces. */
export interface Concealed {
  readonly text: string;
  /** Where a span of it stands in the text around, and how it is hidden there. Undefined where it isn't. */
  place(inner: Span): Shown | undefined;
  /** Set where only seams were undone: its own seams are gone, its encoded runs aren't. */
  readonly folded: boolean;
}

export interface Shown extends Span {
  readonly how: string;
  /**
   * Set where little speaks for it: lines were joined, which may have nothing to do with each other; or only what
   * stands before it was hidden, not the span itself.
   */
  readonly doubt?: 'lines' | 'beside';
}

/** So long may an encoded run be in a scan, so that what an edit changes stays near it; pieces lie closer. */
export const longestConcealed = reach - 2 * peek;

/** The texts that stand hidden in a text, in time and room that grow with it. */
export function concealedIn(
  text: string,
  longest: number,
  folds: boolean,
  runs: readonly number[] = runsIn(text),
): Concealed[] {
  const hidden: Concealed[] = [];
  for (let i = 0; i < runs.length; i += 2) {
    const start = runs[i] as number;
    const end = runs[i + 1] as number;
    const run = end - start > longest ? undefined : decoded(text, start, end);
    if (run) hidden.push({ text: run.text, folded: false, place: () => run });
  }
  if (!folds) return hidden;
  for (const fold of foldsIn(text, seamsIn(text, runs), longest))
    hidden.push({ text: fold.text, folded: true, place: inner => shownOf(fold.place(inner)) });
  return hidden;
}

function shownOf(placed: Placed): Shown | undefined {
  const { start, end, seams } = placed;
  const how = howOf(placed);
  if (!how) return undefined;
  if (seams.length === 0) return opens.has(how) ? { start, end, how, doubt: 'beside' } : undefined;
  return seams.some(isLineCut) ? { start, end, how, doubt: 'lines' } : { start, end, how };
}

/** What hides the name and the quotes of a value, and so the value, though it stands there openly. */
const opens: ReadonlySet<string> = new Set(['escaped', 'percent-encoded', 'in quoted-printable']);
