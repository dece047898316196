import { type Hidden, hiddenIn, longestHidden } from './hidden';
import type { Fault, Source, Span, Tier } from './model';
import { overlapsAny } from './overlaps';
import type { Candidate } from './probe';
import type { Swept } from './sweep';

/** Finds what stands openly in `text[from, to)`. */
export type Sweep = (text: string, from: number, to: number, source: Source | undefined, late: () => boolean) => Swept;

/**
 * A sweep that also finds what stands hidden. A hidden candidate's span is what has to be replaced, all of the encoded run;
 * its value is the secret itself, so that its fingerprint is the same wherever the secret stands.
 */
export function withHidden(sweepOpen: Sweep): Sweep {
  return (text, from, to, source, late) => {
    const open = sweepOpen(text, from, to, source, late);
    const part = from === 0 && to === text.length ? text : text.slice(from, to);
    const plain = from === 0 ? open.found : open.found.map(it => moved(it, -from));
    const faults: Fault[] = [...open.faults];
    const dive: Dive = {
      late,
      sweep: inner => {
        const swept = sweepOpen(inner, 0, inner.length, undefined, late);
        faults.push(...swept.faults);
        return swept.found;
      },
    };
    const found = findHidden(part, plain, dive, deepest, true);
    return { found: [...open.found, ...found.map(it => moved(it, from))], faults: distinct(faults, late) };
  };
}

/** The value that a candidate's fingerprint is of. */
export function secretOf(text: string, candidate: Candidate): string {
  return 'value' in candidate ? (candidate as HiddenCandidate).value : text.slice(candidate.start, candidate.end);
}

interface HiddenCandidate extends Candidate {
  readonly value: string;
}

interface Dive {
  readonly late: () => boolean;
  readonly sweep: (text: string) => readonly Candidate[];
}

/** So deep is an encoding looked into: a secret in base64 in base64, and no further. */
const deepest = 2;

function findHidden(
  text: string,
  plain: readonly Candidate[],
  dive: Dive,
  deeper: number,
  folds: boolean,
): HiddenCandidate[] {
  if (deeper === 0) return [];
  const found: HiddenCandidate[] = [];
  for (const hidden of hiddenIn(text, longestHidden, folds)) {
    if (dive.late()) break;
    const inside = dive.sweep(hidden.text);
    const deep = findHidden(hidden.text, inside, dive, hidden.folded ? deeper : deeper - 1, !hidden.folded);
    for (const inner of [...inside, ...deep]) {
      const candidate = brought(inner, hidden, plain, found);
      if (candidate) found.push(candidate);
    }
  }
  return found;
}

/** A candidate of a hidden text as one of the text around it; what is merely possible doesn't count there. */
function brought(
  inner: Candidate,
  hidden: Hidden,
  plain: readonly Candidate[],
  before: readonly Candidate[],
): HiddenCandidate | undefined {
  if (inner.tier === 'possible' || !inner.detector.id.startsWith('secret/')) return undefined;
  const shown = hidden.place(inner);
  if (!shown) return undefined;
  const { start, end, how, doubt } = shown;
  if (doubt && !('value' in inner)) {
    if (doubt === 'lines' && inner.tier !== 'certain') return undefined;
    if (isAsSure(plain, shown, inner.tier) || isAsSure(before, shown, inner.tier)) return undefined;
  }
  return { ...inner, start, end, value: secretOf(hidden.text, inner), reason: `${how}: ${inner.reason}` };
}

/** Whether one of some candidates that overlap a span is as sure as this, and so what stands there. */
function isAsSure(candidates: readonly Candidate[], span: Span, tier: Tier): boolean {
  return candidates.some(it => overlapsAny(span, [it]) && (it.tier === 'certain' || it.tier === tier));
}

function moved<T extends Candidate>(candidate: T, by: number): T {
  return by === 0 ? candidate : { ...candidate, start: candidate.start + by, end: candidate.end + by };
}

function distinct(faults: readonly Fault[], late: () => boolean): Fault[] {
  const all = late() ? [...faults, timeout] : faults;
  return [...new Map(all.map(fault => [`${fault.code} ${fault.where ?? ''}`, fault])).values()];
}

const timeout: Fault = { code: 'timeout', message: 'The scan took too long and was stopped.' };
