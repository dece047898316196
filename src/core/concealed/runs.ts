import { isInRun } from './tokenUnits';

/** The shortest run that matters: fifteen letters in base64. Of most tokens that are cut once, one piece is as long. */
export const shortestRun = 20;

/**
 * The runs of base64's letters (both alphabets) that are long enough to matter: starts and ends in turn. Where no run is, a
 * few units in each stretch of that length are looked at, which makes this the cheapest walk along ordinary text.
 */
export function runsIn(text: string): number[] {
  const runs: number[] = [];
  // All before `floor` is done with; a run can begin there at the earliest.
  let floor = 0;
  const { length } = text;
  for (let probe = shortestRun - 1; probe < length; probe = floor + shortestRun - 1) {
    let at = probe;
    while (at >= floor && isInRun(text.charCodeAt(at))) at--;
    if (at >= floor) {
      floor = at + 1;
      continue;
    }
    let end = probe + 1;
    while (end < length && isInRun(text.charCodeAt(end))) end++;
    runs.push(floor, end);
    floor = end + 1;
  }
  return runs;
}
