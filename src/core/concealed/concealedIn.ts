import { peek, reach } from '../detectors/detector';
import type { Concealed, Shown } from './concealed';
import { decoded, type Encoded } from './encoded';
import { encodedFarther, runFarther, withName } from './farther';
import { foldsIn, howOf, isLineCut, type Placed } from './folds';
import { listedPieces } from './listed';
import { piecesIn } from './pieces';
import { runsIn } from './runs';
import { seamsIn } from './seams';
import { joinedVariables } from './variables';

/** So deep is an encoding looked into: a secret in base64 in base64 in hexadecimal in base64, and no further. */
export const deepest = 4;

/** So long may an encoded run be in a scan, so that what an edit changes stays near it; pieces lie closer. */
export const longestConcealed = reach - 2 * peek;

/** On a way out a longer run is an archive or a picture. */
const longestLeaving = 256 * 1024;

/** There the number of a passport counts as well, put together of pieces under its name. */
const shortestLeaving = 8;

/** Stands for one look at what leaves: the same text is asked about twice within it, for what is secret and for what is known. */
export type Leaving = object;

/** The texts that stand hidden in a text, in time and room that grow with it. */
export function concealedIn(
  text: string,
  longest: number,
  folds: boolean,
  runs: readonly number[] = runsIn(text),
): Concealed[] {
  const hidden = encodedRuns(text, longest, runs).map(run => concealed(run, run.text));
  return folds ? [...hidden, ...folded(text, longest, runs)] : hidden;
}

/** The same on a way out, where seldom forms count as well. */
export function concealedLeaving(
  text: string,
  folds: boolean,
  leaving: Leaving,
  seen?: readonly number[],
): readonly Concealed[] {
  const answers = answersFor(leaving, folds);
  const known = answers.get(text);
  if (known) return known;
  const runs = seen ?? runsIn(text);
  const encoded = [...encodedRuns(text, longestLeaving, runs, runFarther), ...encodedFarther(text)];
  const hidden = encoded.map(one => concealed(one, one.turned ? one.text : withName(text, one)));
  if (folds)
    hidden.push(
      ...piecesIn(text),
      ...joinedVariables(text),
      ...listedPieces(text),
      ...folded(text, longestLeaving, runs, shortestLeaving),
    );
  answers.set(text, hidden);
  return hidden;
}

const answered = new WeakMap<Leaving, readonly [Map<string, Concealed[]>, Map<string, Concealed[]>]>();

function answersFor(leaving: Leaving, folds: boolean): Map<string, Concealed[]> {
  const both = answered.get(leaving) ?? [new Map<string, Concealed[]>(), new Map<string, Concealed[]>()];
  answered.set(leaving, both);
  return folds ? both[1] : both[0];
}

function encodedRuns(
  text: string,
  longest: number,
  runs: readonly number[],
  otherwise?: (text: string, start: number, end: number) => Encoded[],
): Encoded[] {
  const encoded: Encoded[] = [];
  for (let i = 0; i < runs.length; i += 2) {
    const start = runs[i] as number;
    const end = runs[i + 1] as number;
    if (end - start > longest) continue;
    const run = decoded(text, start, end);
    if (run) encoded.push(run);
    else if (otherwise) encoded.push(...otherwise(text, start, end));
  }
  return encoded;
}

function concealed(run: Encoded, text: string): Concealed {
  const depth = run.turned ? 3 : run.how.includes('compressed') ? 2 : 1;
  return { text, depth, place: () => run };
}

function folded(text: string, longest: number, runs: readonly number[], shortest?: number): Concealed[] {
  return foldsIn(text, seamsIn(text, runs, shortest !== undefined), longest, shortest).map(fold => ({
    text: fold.text,
    depth: 0,
    place: inner => shownOf(fold.place(inner)),
  }));
}

function shownOf(placed: Placed): Shown | undefined {
  const { start, end, seams } = placed;
  const how = howOf(placed);
  if (!how) return undefined;
  const isCut = seams.some(isLineCut);
  // Colours end words as blanks do.
  if (how === 'amid colours' && !isCut) return { start, end, how };
  if (seams.length === 0) return opens.has(how) ? { start, end, how, doubt: 'beside' } : undefined;
  return isCut ? { start, end, how, doubt: 'lines' } : { start, end, how };
}

/** What hides the name and the quotes of a value, and so the value, though it stands there openly. */
const opens: ReadonlySet<string> = new Set(['escaped', 'percent-encoded', 'in quoted-printable']);
