import type { Span } from '../model';
import type { How, Seam } from './seam';
import { isInToken } from './tokenUnits';

/** A part of a text with its seams undone, and the way back from it. */
export interface Fold {
  readonly text: string;
  /** The span of the text that a span of the fold stands for, and the seams it goes over. */
  place(inner: Span): Placed;
}

export interface Placed extends Span {
  readonly seams: readonly Seam[];
  /** Seams that stand shortly before it, where its name may be. */
  readonly before: readonly Seam[];
}

/**
 * The folds of a text at its seams, none longer than `longest` units. Whether a line's end was put into a token, nobody can be
 * sure: a chain that holds some is also folded without them, and that first. A token of fewer than `shortest` units is none.
 */
export function foldsIn(text: string, seams: readonly Seam[], longest: number, shortest = shortestToken): Fold[] {
  if (seams.length === 0) return [];
  const sure = seams.filter(it => !isLineCut(it));
  const folds = foldsOf(text, chainsOf(text, sure, isLinked), longest, shortest);
  if (sure.length === seams.length) return folds;
  const cut = chainsOf(text, seams, isLinked).filter(chain => chain.some(isLineCut));
  return [...folds, ...foldsOf(text, cut, longest, shortestToken)];
}

function foldsOf(text: string, chains: readonly Chain[], longest: number, shortest: number): Fold[] {
  return chains.flatMap((chain, i) => {
    const extent = extentOf(text, chain, longest);
    if (extent.end - extent.start <= longest) {
      if (chain.every(it => it.to === '') && !isTokenLong(extent, chain, shortest)) return [];
      // What stands behind another chain is looked at around that one.
      const before = extent.start - (chains[i - 1]?.at(-1)?.end ?? 0);
      const behind = (chains[i + 1]?.[0]?.start ?? text.length) - extent.end;
      return [fold(text, chain, extent, reachOf(before, context), reachOf(behind, near))];
    }
    // Where a line of a million escapes is too long, what hangs together closely may not be. Little is looked at around each:
    // their neighbourhoods overlap, and each is scanned by itself.
    return chainsOf(text, chain, isTight).flatMap(part => {
      const span = extentOf(text, part, longest);
      const fits = span.end - span.start <= longest && isTokenLong(span, part, shortest);
      return fits ? [fold(text, part, span, close, close)] : [];
    });
  });
}

/** Whether a seam is the end of a line that may have been put into a token, or may be just that. */
export function isLineCut({ how }: Seam): boolean {
  return how === 'broken over lines';
}

type Chain = readonly Seam[];
type Link = (text: string, a: Seam, b: Seam) => boolean;

function chainsOf(text: string, seams: Chain, link: Link): Chain[] {
  const chains: Seam[][] = [];
  let last: Seam | undefined;
  for (const seam of seams) {
    if (last && link(text, last, seam)) (chains.at(-1) as Seam[]).push(seam);
    else chains.push([seam]);
    last = seam;
  }
  return chains;
}

const near = 64;

function isLinked(text: string, a: Seam, b: Seam): boolean {
  return (b.start - a.end <= near && !text.slice(a.end, b.start).includes('\n')) || isTight(text, a, b);
}

/** Nothing but what tokens are made of stands between. */
function isTight(text: string, a: Seam, b: Seam): boolean {
  for (let i = a.end; i < b.start; i++) if (!isInToken(text.charCodeAt(i))) return false;
  return true;
}

/** So much text before a chain may hold its name. */
const context = 128;
const close = 20;

function reachOf(gap: number, most: number): number {
  return Math.max(close, Math.min(most, gap + close));
}
const shortestToken = 12;

/** A chain with the rest of the token that it begins and ends in; longer than `longest` where that doesn't end. */
function extentOf(text: string, chain: Chain, longest: number): Span {
  const first = chain[0] as Seam;
  const last = chain.at(-1) as Seam;
  let start = first.start;
  while (start > 0 && first.start - start <= longest && isInToken(text.charCodeAt(start - 1))) start--;
  let end = last.end;
  while (end < text.length && end - last.end <= longest && isInToken(text.charCodeAt(end))) end++;
  return { start, end };
}

function isTokenLong({ start, end }: Span, chain: Chain, shortest: number): boolean {
  return lengthOf(chain) + end - start >= shortest;
}

/** What undoing the seams adds; negative, as a rule. */
function lengthOf(chain: Chain): number {
  return chain.reduce((sum, seam) => sum + seam.to.length - (seam.end - seam.start), 0);
}

function fold(text: string, chain: Chain, extent: Span, before: number, behind: number): Fold {
  const start = Math.max(0, extent.start - before);
  const end = Math.min(text.length, extent.end + behind);
  const starts = new Int32Array(chain.length);
  let folded = '';
  let from = start;
  for (const [i, seam] of chain.entries()) {
    folded += text.slice(from, seam.start);
    starts[i] = folded.length;
    folded += seam.to;
    from = seam.end;
  }
  const whole = folded + text.slice(from, end);
  const place = (inner: Span): Placed => {
    // Where the fold is cut, what stands there may go on.
    if (end < text.length && inner.end === whole.length && isInToken(text.charCodeAt(end)))
      return { ...inner, seams: [], before: [] };
    const first = lastNotAfter(starts, inner.start);
    const last = lastNotAfter(starts, inner.end - 1);
    const over = chain.slice(Math.max(0, first), last + 1).filter((seam, i) => {
      const at = starts[Math.max(0, first) + i] as number;
      return seam.to === '' ? at > inner.start : at >= inner.start;
    });
    const nearby = lastNotAfter(starts, inner.start - near);
    return {
      start: outer(inner.start, first, start, chain, starts).start,
      end: outer(inner.end - 1, last, start, chain, starts).end,
      seams: over,
      before: chain.slice(nearby + 1, first + 1),
    };
  };
  return { text: whole, place };
}

/** The units that the unit at `at` of the fold stands for; `seam` is the last one that begins not after it. */
function outer(at: number, seam: number, start: number, chain: Chain, starts: Int32Array): Span {
  if (seam < 0) return { start: start + at, end: start + at + 1 };
  const { to, start: from, end } = chain[seam] as Seam;
  const beyond = at - (starts[seam] as number) - to.length;
  return beyond < 0 ? { start: from, end } : { start: end + beyond, end: end + beyond + 1 };
}

/** The last of sorted numbers that is at most `value`, or -1. */
function lastNotAfter(sorted: Int32Array, value: number): number {
  let low = -1;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How a placed span is hidden, by its seams; undefined where it isn't. */
export function howOf({ seams, before }: Placed): How | undefined {
  return (seams[0] ?? before.at(-1))?.how;
}
