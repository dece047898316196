import type { Span } from '../model';
import { type Column, columnsFor, type Read, tableOf, trimmed } from './table';

/**
 * Reads the table whose header is the line around `at`: separated by comma, tab, semicolon or bars, quoted as in RFC 4180,
 * or drawn in Markdown or by a database's shell. Offsets are what it is for: csv-parse gives none of a cell. Undefined where
 * the line is no header.
 */
export function readDelimited(text: string, at: number, path: string | undefined): Read | undefined {
  const line0 = lineStart(text, at);
  const start = line0 < 0 ? -1 : line0 + openingOf(text.slice(line0, at));
  const end = start < 0 ? -1 : nearLineEnd(text, at);
  if (end < 0 || end >= text.length - 1) return undefined;
  const line = text.slice(start, end);
  if (noHeader.test(line)) return undefined;
  for (const delimiter of delimiters) {
    if (!line.includes(delimiter) || !goesOn(text, line, end, delimiter)) continue;
    const read = readWith(text, start, delimiter.charCodeAt(0));
    if (read) return read;
  }
  return /\.[ct]sv$/i.test(path ?? '') && start === 0 && /^[^,;|\t]{2,40}$/.test(line)
    ? readWith(text, 0, 44)
    : undefined;
}

/** What no cell of a header has; see `isHeader`. */
const noHeader = /[{}[\]<>=]|\w\(/;

/** Whether the next line may be a row under this one: asked first, because it is cheap and most lines of code fail. */
function goesOn(text: string, line: string, end: number, delimiter: string): boolean {
  const after = nearLineEnd(text, end + 1);
  if (after < 0) return true;
  const next = text.slice(end + 1, after);
  // A field in quotes may hold anything; a table that is drawn has a ruler here.
  if (next.includes('"') || /^[\s|+:=-]+$/.test(next)) return true;
  return line.includes('"') || next.split(delimiter).length === line.split(delimiter).length;
}

/** How much of a line stands before a string that goes over several lines begins, as programs hold tables. */
function openingOf(before: string): number {
  if (!before.includes('`') && !before.includes('"""') && !before.includes("'''")) return 0;
  return /^.*(?:"""|'''|`)\\?/s.exec(before)?.[0].length ?? 0;
}

const delimiters = ['\t', '|', ';', ','] as const;
const maxHeader = 8000;
/** A field goes on over this many units at most, so that an open quote costs little. */
const maxField = 10_000;

function readWith(text: string, start: number, delimiter: number): Read | undefined {
  const row: Row = { spans: [], end: 0 };
  readRow(text, start, delimiter, row);
  const headers = row.spans.map(it => ({ ...it }));
  if (!headers.every((it, place) => isHeader(text, it, place))) return undefined;
  const count = headers.length;
  const columns = columnsFor(text, headers);
  if (!columns) return undefined;
  let at = row.end;
  let last = at;
  let good = 0;
  for (let bad = 0; at < text.length; at = row.end) {
    const code = text.charCodeAt(at);
    if (isRuler(text, at)) {
      row.end = lineEnd(text, at) + 1;
      continue;
    }
    // A blank line or the fence of a code block ends the table.
    if (code === 10 || code === 13 || (code === 96 && text.startsWith('```', at))) break;
    readRow(text, at, delimiter, row);
    if (row.spans.length === count) {
      take(columns, row.spans);
      good++;
      last = row.end;
    } else if (good === 0 || ++bad > 2 + good / 20) break;
  }
  return good === 0 ? undefined : { table: tableOf(columns), end: Math.min(last, text.length) };
}

function take(columns: readonly (Column | undefined)[], spans: readonly Span[]): void {
  for (let i = 0; i < columns.length; i++) {
    const span = spans[i];
    if (span && span.end > span.start) columns[i]?.cells.push(span);
  }
}

/** One row's cells without their quotes, and where the next row begins. */
export interface Row {
  spans: Span[];
  end: number;
}

/** Reads one row from `at` on into `row`; `row.end` is where the next one begins. */
export function readRow(text: string, at: number, delimiter: number, row: Row): void {
  const spans: Span[] = [];
  const length = text.length;
  // Bars may stand at both ends.
  if (delimiter === 124) {
    while (text.charCodeAt(at) === 32) at++;
    if (text.charCodeAt(at) === 124) at++;
  }
  for (;;) {
    let from = at;
    while (text.charCodeAt(from) === 32) from++;
    const close = text.charCodeAt(from) === 34 ? closingQuote(text, from + 1) : -1;
    let end = close < 0 ? from : close + 1;
    let code = text.charCodeAt(end);
    while (end < length && code !== delimiter && code !== 10) code = text.charCodeAt(++end);
    const span = close < 0 ? trimmed(text, from, end) : { start: from + 1, end: close };
    const closes = end >= length || code === 10;
    if (!(closes && delimiter === 124 && span.start === span.end)) spans.push(span);
    at = end + 1;
    if (closes) break;
  }
  row.spans = spans;
  row.end = at;
}

/** Where the quoted field ends, whose quotes are doubled or escaped; -1 where it doesn't. */
function closingQuote(text: string, at: number): number {
  const limit = Math.min(text.length, at + maxField);
  for (let i = text.indexOf('"', at); i >= 0 && i < limit; i = text.indexOf('"', i + 1)) {
    if (text.charCodeAt(i + 1) === 34) i++;
    else if (text.charCodeAt(i - 1) !== 92 || i - 1 < at) return i;
  }
  return -1;
}

/** A header's cells are names, not code, nor sentences. */
function isHeader(text: string, { start, end }: Span, place: number): boolean {
  // The first one is empty where rows are numbered.
  if (start === end) return place === 0;
  return (
    end - start <= 60 &&
    !/[{}[\]<>=;"'`]|\w\(|:\s|^\d+$|^(?:import|from|const|let|var|def|return|and|or) /.test(text.slice(start, end))
  );
}

/** The line that a drawn table has under its header. */
function isRuler(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 124 && code !== 43 && code !== 45 && code !== 32 && code !== 58) return false;
  return /^[\s|+:=-]+$/.test(text.slice(at, Math.min(lineEnd(text, at), at + 2000)));
}

/** The line's start, or its end, not farther than a header is long; -1 where it is. */
function lineStart(text: string, at: number): number {
  for (let from = at, limit = Math.max(0, at - maxHeader); from >= limit; from--) {
    if (from === 0 || text.charCodeAt(from - 1) === 10) return from;
  }
  return -1;
}

function nearLineEnd(text: string, at: number): number {
  for (const limit = Math.min(text.length, at + maxHeader); at < limit; at++) if (text.charCodeAt(at) === 10) return at;
  return at === text.length ? at : -1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
