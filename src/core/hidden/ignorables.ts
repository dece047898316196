import type { Tier } from '../model';
import { decodeBytes, decodePrivate, decodeTags, decodeZeroWidth } from './decodeHidden';
import type { HiddenKind, HiddenText } from './hiddenText';
import { emojiEnd, isNeeded } from './scripts';

/** Characters without a look of their own: tags, selectors, joiners, fillers, private use. Source: Unicode's Default_Ignorable_Code_Point. */
export function findIgnorables(text: string): HiddenText[] {
  const strays = [...straysIn(text)];
  const crowds = countNear(strays);
  return strays.flatMap((stray, at) => toHidden(text, stray, crowds[at] as number));
}

/** A run of such characters that nothing around needs, of one kind. */
interface Stray {
  readonly kind: HiddenKind;
  readonly start: number;
  readonly end: number;
  readonly points: readonly number[];
}

const suspects =
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ue000-\uf8ff\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}\u{f0000}-\u{10ffff}]+/gu;

function* straysIn(text: string): Generator<Stray> {
  let skip = 0;
  for (const run of text.matchAll(suspects)) {
    let at = Math.max(run.index, skip);
    const end = run.index + run[0].length;
    // An emoji before the run takes what belongs to its sequence, and maybe the next emoji with it.
    if (at < end) at = Math.max(at, emojiEnd(text, at));
    skip = at;
    if (at < end) yield* ofOneKind(text, at, end);
  }
}

function* ofOneKind(text: string, from: number, to: number): Generator<Stray> {
  let start = from;
  let kind: HiddenKind | undefined;
  let points: number[] = [];
  for (let at = from; at < to; ) {
    const point = text.codePointAt(at) as number;
    const next = at + (point > 0xffff ? 2 : 1);
    const own = isNeeded(text, at, next, { start: from, end: to }) ? undefined : kindOf(point);
    if (own !== kind) {
      if (kind) yield { kind, start, end: at, points };
      [start, kind, points] = [at, own, []];
    }
    points.push(point);
    at = next;
  }
  if (kind) yield { kind, start, end: to, points };
}

function kindOf(point: number): HiddenKind {
  if (point >= 0xe0000 && point <= 0xe007f) return 'tag-characters';
  if ((point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef)) return 'variation-selectors';
  if ((point >= 0xe000 && point <= 0xf8ff) || point >= 0xf0000) return 'private-use';
  return fillers.has(point) ? 'filler' : 'zero-width';
}

const fillers = new Set([0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0]);

/** For each stray, how many characters of its kind stand within some lines of it: one may be left from a copy, many are a message. */
function countNear(strays: readonly Stray[]): number[] {
  const counts = strays.map(() => 0);
  for (const kind of new Set(strays.map(stray => stray.kind))) {
    const own = strays.flatMap((stray, at) => (stray.kind === kind ? [at] : []));
    let first = 0;
    let last = 0;
    let sum = 0;
    for (const at of own) {
      const { start } = strays[at] as Stray;
      const near = (other: number | undefined) => strays[other ?? -1];
      for (; last < own.length && (near(own[last])?.start ?? 0) < start + neighbourhood; last++)
        sum += near(own[last])?.points.length ?? 0;
      for (; (near(own[first])?.end ?? start) < start - neighbourhood; first++)
        sum -= near(own[first])?.points.length ?? 0;
      counts[at] = sum;
    }
  }
  return counts;
}

const neighbourhood = 2_000;

function toHidden(text: string, { kind, start, end, points }: Stray, crowd: number): HiddenText[] {
  const decoded = decoders[kind]?.(points);
  const tier = tierOf(kind, points, crowd, decoded);
  if (!tier) return [];
  const reason = `${points.length} ${names[kind]} that nothing around ${points.length === 1 ? 'needs' : 'need'}`;
  if ((tier !== 'certain' || kind === 'private-use') && kind !== 'filler' && isListed(text, start, end)) return [];
  const sure = tier === 'possible' && splitsWord(text, start, end) && points[0] !== wordJoiner ? 'likely' : tier;
  return [{ kind, start, end, tier: sure, reason, ...(decoded ? { decoded } : {}) }];
}

/**
 * A table of an encoding's characters has them all: nothing but characters beyond ASCII around, each once, and either many that no
 * language writes words with, or all in order.
 */
function isListed(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - aside), start).replace(/^[\s\S]*[\0-\x7f]/, '');
  const after = text.slice(end, end + aside).replace(/[\0-\x7f][\s\S]*$/, '');
  // What an encoding has no character for is the same sign each time.
  const around = [...before, ...after].filter(it => it !== '\ufffd');
  const all = [...around, ...text.slice(start, Math.min(end, start + aside))];
  if (around.length < aside || end - start > aside || new Set(all).size < all.length) return false;
  const signs = around.filter(it => !/[\p{L}\p{M}]/u.test(it)).length;
  const ordered = around.filter((it, at) => at > 0 && it > (around[at - 1] as string)).length;
  return signs >= aside / 4 || ordered >= around.length - 3;
}

/** So many units to either side tell. */
const aside = 16;

/** Typographers forbid a break with it, in words too. */
const wordJoiner = 0x2060;

/** Within a Latin word nothing invisible has a use but the soft hyphen: it keeps the word from being found. */
function splitsWord(text: string, start: number, end: number): boolean {
  return /\w/.test(text[start - 1] ?? '') && /\w/.test(text[end] ?? '');
}

function tierOf(
  kind: HiddenKind,
  points: readonly number[],
  crowd: number,
  decoded: string | undefined,
): Tier | undefined {
  if (kind === 'tag-characters' || decoded) return 'certain';
  // Icon fonts live in the private use areas, one sign at a time.
  if (kind === 'private-use') return points.length >= 4 ? 'likely' : undefined;
  if (kind === 'filler') return 'likely';
  if (points.length >= 3 || crowd >= 6) return 'likely';
  return 'possible';
}

const decoders: Partial<Readonly<Record<HiddenKind, (points: readonly number[]) => string | undefined>>> = {
  'tag-characters': decodeTags,
  'variation-selectors': decodeBytes,
  'zero-width': decodeZeroWidth,
  'private-use': decodePrivate,
};

const names: Readonly<Record<string, string>> = {
  'tag-characters': 'tag characters',
  'variation-selectors': 'variation selectors',
  'zero-width': 'characters without width',
  filler: 'characters that look like nothing',
  'private-use': 'characters for private use',
};
