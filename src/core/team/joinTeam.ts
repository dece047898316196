import { overlapsAny, resolve } from '../overlaps';
import type { Candidate } from '../probe';
import { isTeamId } from './teamRule';

/**
 * Resolves candidates so that a rule of the team's can add to what is found, but never take from it: a rule that matches a
 * few letters inside of a secret would otherwise let the rest of it go. One that covers what it overlaps, and is as sure, tells
 * it under its own name; else only what it has beyond the others' edges is its own.
 */
export function joinTeam(found: readonly Candidate[]): Candidate[] {
  const team = found.filter(it => isTeamId(it.detector.id));
  if (team.length === 0) return resolve(found);
  let house = resolve(found.filter(it => !isTeamId(it.detector.id)));
  const own: Candidate[] = [];
  for (const candidate of resolve(team)) {
    const under = house.filter(it => overlapsAny(candidate, [it]));
    if (under.every(it => covers(candidate, it))) {
      house = house.filter(it => !under.includes(it));
      own.push(candidate);
    } else own.push(...beyond(candidate, under));
  }
  return [...house, ...own].sort((a, b) => a.start - b.start);
}

function covers(team: Candidate, other: Candidate): boolean {
  const sure = { certain: 0, likely: 1, possible: 2 };
  return team.start <= other.start && team.end >= other.end && sure[team.tier] <= sure[other.tier];
}

/** What of a candidate stands before or behind those that it overlaps at one edge; nothing where it covers any of them. */
function beyond(candidate: Candidate, others: readonly Candidate[]): Candidate[] {
  if (others.some(it => it.start >= candidate.start && it.end <= candidate.end)) return [];
  const start = Math.max(candidate.start, ...others.filter(it => it.start < candidate.start).map(it => it.end));
  const end = Math.min(candidate.end, ...others.filter(it => it.end > candidate.end).map(it => it.start));
  return start < end ? [{ ...candidate, start, end }] : [];
}
