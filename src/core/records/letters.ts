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
  const read = (start: number, end: number) => {
    const town = lineOf(text, start, end);
    if (!isTown(text, town)) return;
    const [street, ...others] = linesAbove(text, start);
    if (!street || others.length === 0) return;
    const name = others.find(it => isFullName(text.slice(it.start, it.end)));
    if (!name || evidence('address', text.slice(street.start, street.end)) !== 2) return;
    names.push(name);
    streets.push(street);
    towns.push(town);
  };
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start <= longestLine && mayBeTown(text, start, end)) read(start, end);
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

const longestLine = 80;

/** Asked of each line: a town with its postcode has a digit, and doesn't begin like a sentence's middle or code. */
function mayBeTown(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && (text.charCodeAt(at) <= 32 || text.charCodeAt(at) === 62)) at++;
  const code = text.charCodeAt(at);
  if (!isDigit(code) && !(code >= 65 && code <= 90) && code < 128) return false;
  while (at < end && !isDigit(text.charCodeAt(at))) at++;
  return at < end;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The three lines above the one that begins at `start`, the nearest first. */
function linesAbove(text: string, start: number): Span[] {
  const lines: Span[] = [];
  for (let end = start - 1; end >= 0 && lines.length < 3; ) {
    const from = text.lastIndexOf('\n', end - 1) + 1;
    lines.push(lineOf(text, end === 0 ? 0 : from, end));
    end = end === 0 ? -1 : from - 1;
  }
  return lines;
}

/** A line without its margin, quotation marks and comma; empty where it is longer than an address's. */
function lineOf(text: string, start: number, end: number): Span {
  if (end - start > longestLine) return { start, end: start };
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
