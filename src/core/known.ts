import type { Finding, Span, VaultEntry } from './model';
import { overlapsAny } from './overlaps';

/** What a scanner says of a value that it need not find again. */
export type Describe = (detector: string, value: string) => Omit<Finding, 'start' | 'end'>;

/**
 * Where values stand that were held back before. What gave them away then, a key's name or a header, may be missing here:
 * in code that an agent wrote from it, in a log, in an answer.
 */
export function findKnown(
  text: string,
  entries: Iterable<VaultEntry>,
  describe: Describe,
  found: readonly Span[],
): Finding[] {
  const known: Finding[] = [];
  for (const { detector, value } of entries) {
    if (!isDistinct(value, detector)) continue;
    for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + value.length)) {
      const span = { start, end: start + value.length };
      if (standsAlone(text, span) && !overlapsAny(span, found) && !overlapsAny(span, known))
        known.push({ ...span, ...describe(detector, value) });
    }
  }
  return known;
}

/** Short values and plain words stand in other texts by chance. */
function isDistinct(value: string, detector: string): boolean {
  if (detector.startsWith('pii/')) return value.length >= 6;
  return value.length >= 12 || (value.length >= 8 && /[^a-z]/i.test(value) && /[^0-9]/.test(value));
}

const letter = /[A-Za-z0-9]/;

function standsAlone(text: string, { start, end }: Span): boolean {
  const joins = (outside: string | undefined, edge: string | undefined) =>
    letter.test(outside ?? '') && letter.test(edge ?? '');
  return !joins(text[start - 1], text[start]) && !joins(text[end], text[end - 1]);
}
