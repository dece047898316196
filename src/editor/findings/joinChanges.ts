import type { Edit } from '../../core/scan';

/** The part of an editor's content change that says where it was. */
export interface Change {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * Adds changes to those that came before, as one edit. The changes of one event are offsets of the text before it, from the
 * last to the first, so that each leaves the places of the next ones alone; in any other order it can't be told.
 */
export function joinChanges(before: Edit | 'unknown' | undefined, changes: readonly Change[]): Edit | 'unknown' {
  let joined = before;
  let last = Number.POSITIVE_INFINITY;
  for (const change of changes) {
    if (joined === 'unknown' || change.rangeOffset + change.rangeLength > last) return 'unknown';
    last = change.rangeOffset;
    joined = join(joined, change);
  }
  return joined ?? 'unknown';
}

function join(before: Edit | undefined, { rangeOffset, rangeLength, text }: Change): Edit {
  const end = rangeOffset + rangeLength;
  if (!before) return { start: rangeOffset, oldEnd: end, newEnd: rangeOffset + text.length };
  const beyond = Math.max(0, end - before.newEnd);
  return {
    start: Math.min(before.start, rangeOffset),
    oldEnd: before.oldEnd + beyond,
    newEnd: before.newEnd + beyond + text.length - rangeLength,
  };
}
