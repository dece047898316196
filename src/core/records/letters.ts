import type { Span } from '../model';
import type { PersonalColumn } from './judgeTable';
import { evidence, isFullName } from './values';

/**
 * Finds people with their postal address, as letters, invoices and signatures have them: a line with a whole name, lines with a
 * street and its number, and one with a postcode and a town. Only in prose: programs and data name what they hold.
 */
export function findLetters(text: string, path: string | undefined): PersonalColumn[] {
  if (
    text.length > maxText ||
    (path !== undefined && !/(?:^|\/)[^./]*$|\.(?:txt|md|eml|tex|rst|org|adoc|text|mbox)$/i.test(path))
  )
    return [];
  const names: Span[] = [];
  const streets: Span[] = [];
  const towns: Span[] = [];
  const lines: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push(lineOf(text, start, end));
    if (lines.length > 4) lines.shift();
    const town = lines.at(-1) as Span;
    if (lines.length > 2 && isTown(text, town)) {
      const street = lines.at(-2) as Span;
      const above = lines.slice(0, -2).reverse();
      const name = above.find(it => isFullName(text.slice(it.start, it.end)));
      if (name && evidence('address', text.slice(street.start, street.end)) === 2) {
        names.push(name);
        streets.push(street);
        towns.push(town);
      }
    }
    start = end + 1;
  }
  if (names.length === 0) return [];
  const reason = 'a name, a street and a town stand in lines below each other';
  const column = (kind: PersonalColumn['kind'], title: string, cells: readonly Span[]): PersonalColumn => ({
    kind,
    title,
    severity: 'information',
    tier: 'likely',
    reason,
    cells,
    name: 'letter',
  });
  return [
    column('pii/person-name', "person's name", names),
    column('pii/street-address', 'street address', streets),
    column('pii/city', 'place of residence', towns),
  ];
}

const maxText = 1_000_000;

/** A line without its margin, quotation marks and comma; empty where it is longer than an address's. */
function lineOf(text: string, start: number, end: number): Span {
  if (end - start > 80) return { start, end: start };
  while (start < end && (text.charCodeAt(start) <= 32 || text.charCodeAt(start) === 62)) start++;
  while (end > start && (text.charCodeAt(end - 1) <= 32 || text.charCodeAt(end - 1) === 44)) end--;
  return { start, end };
}

function isTown(text: string, { start, end }: Span): boolean {
  return end - start >= 6 && town.test(text.slice(start, end));
}

/** Postcode and town, town and postcode: as Europe, North America and the British write them. */
const town =
  /^(?:[A-Z]{1,2}[ -])?\d{4,5}(?: ?[A-Z]{2})? \p{Lu}[\p{L} .'-]{2,40}$|^\d{2,3}[ -]\d{2,3} \p{Lu}[\p{L} .'-]{2,40}$|^\p{Lu}[\p{L} .'-]{2,40},? [A-Z]{2},? (?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)$|^(?:\p{Lu}[\p{L} .'-]{2,40},? )?[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/u;
