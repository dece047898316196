import { isInRun, shortestRun } from './tokenUnits';

/**
 * The runs of base64's letters (both alphabets) that are long enough to matter: starts and ends in turn. Where no run is, a
 * few units in each stretch of that length are looked at.
 */
export function runsIn(text: string): number[] {
  const runs: number[] = [];
  // All before `floor` is done with; a run can begin there at the earliest.
  let floor = 0;
  for (let probe = shortestRun - 1; probe < text.length; probe = floor + shortestRun - 1) {
    let at = probe;
    while (at >= floor && isInRun(text.charCodeAt(at))) at--;
    if (at >= floor) {
      floor = at + 1;
      continue;
    }
    const end = runEnd(text, probe + 1, text.length);
    runs.push(floor, end);
    floor = end + 1;
  }
  return runs;
}

/** The same of `text[0, to)`, where it is known already where they begin. */
export function runsFrom(text: string, starts: readonly number[], to: number): number[] {
  const runs: number[] = [];
  for (const start of starts) runs.push(start, runEnd(text, start + shortestRun, to));
  return runs;
}

/** What of them lies in `[from, to)`, as offsets from there. */
export function runsWithin(runs: readonly number[], from: number, to: number): number[] {
  const inside: number[] = [];
  for (let i = 0; i < runs.length; i += 2) {
    const start = Math.max(runs[i] as number, from);
    const end = Math.min(runs[i + 1] as number, to);
    if (end - start >= shortestRun) inside.push(start - from, end - from);
  }
  return inside;
}

function runEnd(text: string, from: number, to: number): number {
  let end = from;
  while (end < to && isInRun(text.charCodeAt(end))) end++;
  return end;
}
