import { peek, reach } from '../detectors/detector';
import type { Fault, Source, Span } from '../model';
import type { Candidate } from '../probe';
import type { Swept } from '../sweep';
import type { Concealed } from './concealed';
import { concealedIn, concealedLeaving, deepest, type Leaving, longestConcealed } from './concealedIn';
import { createPlaces, type Places } from './places';
import { runsFrom, runsWithin } from './runs';

/** Finds what stands openly in `text[from, to)`. */
export type Sweep = (text: string, from: number, to: number, source: Source | undefined, late: () => boolean) => Swept;

/**
 * A sweep that also finds what stands hidden. A hidden candidate's span is what has to be replaced, all of the encoded run;
 * its value is the secret itself, so that its fingerprint is the same wherever the secret stands.
 */
export function withConcealed(sweepOpen: Sweep): Sweep {
  return (text, from, to, source, late) => {
    const open = sweepOpen(text, from, to, source, late);
    const faults: Fault[] = [...open.faults];
    const sweep = (inner: string) => {
      const swept = sweepOpen(inner, 0, inner.length, undefined, late);
      faults.push(...swept.faults);
      return { found: swept.found, runs: runsFrom(inner, swept.runs, inner.length) };
    };
    const isLate = () => {
      if (late()) faults.push(timeout);
      return faults.includes(timeout);
    };
    const dive: Dive = { sweep, isLate, leaving: source?.leaving ? source : undefined };
    const found: Candidate[] = [];
    const seen = { found: open.found, runs: runsFrom(text, open.runs, to) };
    for (let at = from; at < to; at += stretch) found.push(...findInStretch(text, at, from, to, seen, dive));
    if (found.length === 0 && faults.length === 0) return open;
    return { ...open, found: [...open.found, ...found], faults: distinct(faults) };
  };
}

/** What begins within one stretch; a little more than it is looked at, because what stands there can tell. */
function findInStretch(text: string, at: number, from: number, to: number, open: Seen, dive: Dive): Candidate[] {
  const start = Math.max(from, at - influence);
  const end = Math.min(to, at + stretch + influence);
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  const plain = part === text ? open : seenWithin(open, start, end);
  return findConcealed(part, plain, dive, deepest, true)
    .map(it => moved(it, start))
    .filter(it => it.start >= at && it.start < at + stretch);
}

function seenWithin({ found, runs }: Seen, start: number, end: number): Seen {
  return {
    found: found.filter(it => it.end > start && it.start < end).map(it => moved(it, -start)),
    runs: runsWithin(runs, start, end),
  };
}

/** So much of a text is looked at in one go, so that a hostile one doesn't fill the memory with its escapes. */
export const stretch = 1 << 20;

/** Nothing that is found depends on text farther away than this. */
const influence = reach + 2 * peek;

/** The value that a candidate's fingerprint is of. */
export function secretOf(text: string, candidate: Span): string {
  return 'value' in candidate ? (candidate as ConcealedCandidate).value : text.slice(candidate.start, candidate.end);
}

interface ConcealedCandidate extends Candidate {
  readonly value: string;
}

/** What a text's sweep saw of it: what stands there openly, and its long runs, starts and ends in turn. */
interface Seen {
  readonly found: readonly Candidate[];
  readonly runs: readonly number[];
}

interface Dive {
  /** Asked before each text; it then stays so. */
  readonly isLate: () => boolean;
  /** Set on a way out, where the merely possible and personal data count, and where more forms are read. */
  readonly leaving: Leaving | undefined;
  readonly sweep: (text: string) => Seen;
}

function findConcealed(text: string, plain: Seen, dive: Dive, deeper: number, folds: boolean): ConcealedCandidate[] {
  if (deeper <= 0) return [];
  const all = dive.leaving
    ? concealedLeaving(text, folds, dive.leaving, plain.runs)
    : concealedIn(text, longestConcealed, folds, plain.runs);
  if (all.length === 0) return [];
  const found: ConcealedCandidate[] = [];
  const open = createPlaces<Candidate>();
  for (const candidate of plain.found) open.add(candidate);
  let last: { readonly text: string; readonly found: readonly Candidate[] } | undefined;
  for (const hidden of all) {
    if (dive.isLate()) break;
    if (hidden.depth > deeper) continue;
    // Pieces of one token share their text.
    if (hidden.text !== last?.text) last = { text: hidden.text, found: findWithin(hidden, dive, deeper) };
    for (const inner of last.found) {
      const candidate = counts(inner, hidden, dive.leaving !== undefined) ? brought(inner, hidden, open) : undefined;
      if (!candidate) continue;
      found.push(candidate);
      open.add(candidate);
    }
  }
  return found;
}

function findWithin({ text, depth }: Concealed, dive: Dive, deeper: number): readonly Candidate[] {
  const inside = dive.sweep(text);
  return [...inside.found, ...findConcealed(text, inside, dive, deeper - depth, depth > 0)];
}

/** What is merely possible counts in a decoded text on its way out alone: elsewhere it is noise. */
function counts({ tier, detector, harmless }: Candidate, { depth }: Concealed, all: boolean): boolean {
  if (harmless) return false;
  const isSecret = detector.id.startsWith('secret/');
  return (all && (depth > 0 || !isSecret)) || (tier !== 'possible' && isSecret);
}

/** A candidate of a hidden text as one of the text around it, unless it is doubtful and another is as sure there. */
function brought(inner: Candidate, hidden: Concealed, open: Places<Candidate>): ConcealedCandidate | undefined {
  const shown = hidden.place(inner);
  if (!shown) return undefined;
  const { start, end, how, doubt } = shown;
  if (doubt && hidden.depth === 0 && !inner.detector.id.startsWith('secret/')) return undefined;
  if (doubt && !('value' in inner)) {
    if (doubt === 'lines' && (inner.tier !== 'certain' || isAmidBase64(hidden.text, inner))) return undefined;
    const isTold = (it: Candidate) => it.tier === 'certain' || it.tier === inner.tier;
    // An address of mail that begins within a password doesn't tell it.
    const isAsGood = (it: Candidate) => it.detector.id.startsWith('secret/') || (it.start <= start && it.end >= end);
    if (open.some(shown, it => isTold(it) && isAsGood(it))) return undefined;
  }
  return { ...inner, start, end, value: secretOf(hidden.text, inner), reason: `${how}: ${inner.reason}` };
}

/** A picture's lines, joined, hold any short format somewhere. */
function isAmidBase64(text: string, { start, end }: Span): boolean {
  return /[+/]/.test((text[start - 1] ?? '') + (text[end] ?? ''));
}

function moved<T extends Candidate>(candidate: T, by: number): T {
  return by === 0 ? candidate : { ...candidate, start: candidate.start + by, end: candidate.end + by };
}

function distinct(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map(fault => [`${fault.code} ${fault.where ?? ''}`, fault])).values()];
}

const timeout: Fault = { code: 'timeout', message: 'The scan took too long and was stopped.' };
