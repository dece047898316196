import { concatenationsIn } from './concatenations';
import { escapesIn } from './escapes';
import { invisiblesIn } from './invisibles';
import { lineCuts } from './lineCuts';
import { markupIn } from './markup';
import type { Seam } from './seam';

/**
 * All seams of a text, in its order, never overlapping, on a way out those of marks as well; `runs` as `runsIn` gives them. Each is told by the text near it alone.
 * The rare units by which they begin are searched for one by one, because that is by far the cheapest way along a text.
 */
export function seamsIn(text: string, runs: readonly number[], leaving: boolean): Seam[] {
  const seams = lineCuts(text, runs);
  concatenationsIn(text, seams, leaving);
  escapesIn(text, seams);
  invisiblesIn(text, seams, leaving);
  if (leaving) markupIn(text, seams);
  return seams.length < 2 ? seams : inOrder(seams);
}

function inOrder(seams: Seam[]): Seam[] {
  let end = 0;
  return seams
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(seam => {
      const free = seam.start >= end;
      if (free) end = seam.end;
      return free;
    });
}
