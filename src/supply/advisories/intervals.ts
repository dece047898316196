import { type Table, textOf } from '../../core/untyped';
import type { Interval } from './advisoryRow';

/** Below zero where the first is older, zero where they are the same, undefined where one of them is no version. */
export type Compare = (one: string, other: string) => number | undefined;

/**
 * The events of an OSV range as intervals: in the versions' own order, as OSV's schema evaluates them, whatever order they are
 * written in. Events that are no versions are left out, and so is what they would bound.
 */
export function intervalsOf(events: readonly Table[], compare: Compare): Interval[] {
  const steps = events.slice(0, mostEvents).flatMap(stepsOf);
  const sorted = steps.filter(({ kind }) => kind !== 'limit').sort((one, other) => orderOf(one, other, compare));
  const intervals: Interval[] = [];
  let from: string | undefined;
  for (const { kind, version } of sorted) {
    if (kind === 'introduced') from ??= version;
    else if (from !== undefined) {
      intervals.push({ from, end: { kind: kind === 'fixed' ? 'fixed' : 'last', version } });
      from = undefined;
    }
  }
  if (from !== undefined) intervals.push({ from });
  return limited(intervals, steps, compare);
}

/** Whether a version lies in one of the intervals. */
export function holds(intervals: readonly Interval[], version: string, compare: Compare): boolean {
  return intervals.some(({ from, end }) => {
    if (from !== '0' && !((compare(version, from) ?? -1) >= 0)) return false;
    if (!end) return true;
    const order = compare(version, end.version);
    return order !== undefined && (end.kind === 'last' ? order <= 0 : order < 0);
  });
}

const mostEvents = 2000;

interface Step {
  readonly kind: 'introduced' | 'fixed' | 'last' | 'limit';
  readonly version: string;
}

/** An event has one key; some databases write two into one. */
function stepsOf(event: Table): Step[] {
  const kinds = { introduced: 'introduced', fixed: 'fixed', last_affected: 'last', limit: 'limit' } as const;
  return Object.entries(kinds).flatMap(([key, kind]) => {
    const version = textOf(event[key]);
    return version !== undefined && /^[^<!|\s]{1,100}$/.test(version) ? [{ kind, version }] : [];
  });
}

/** Where two stand at the same version, it is fixed before it is brought in anew, and brought in before it is affected for the last time. */
function orderOf(one: Step, other: Step, compare: Compare): number {
  const order = one.version === other.version ? 0 : one.version === '0' ? -1 : other.version === '0' ? 1 : undefined;
  const rank = { fixed: 0, introduced: 1, last: 2, limit: 3 };
  return (order ?? compare(one.version, other.version) ?? 0) || rank[one.kind] - rank[other.kind];
}

/** A range counts below any of its limits: what goes beyond the highest ends there. */
function limited(intervals: Interval[], steps: readonly Step[], compare: Compare): Interval[] {
  const limits = steps.filter(({ kind }) => kind === 'limit').map(({ version }) => version);
  if (limits.length === 0 || limits.includes('*')) return intervals;
  const highest = limits.reduce((one, other) => ((compare(one, other) ?? 0) < 0 ? other : one));
  const end = { kind: 'limit', version: highest } as const;
  return intervals
    .filter(({ from }) => from === '0' || (compare(from, highest) ?? 0) < 0)
    .map(one => (one.end && (compare(one.end.version, highest) ?? 0) <= 0 ? one : { ...one, end }));
}
