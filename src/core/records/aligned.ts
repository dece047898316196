import type { Span } from '../model';
import { columnsFor, type Read, tableOf } from './table';

/**
 * Reads a table that is told by blanks alone, as data frames print it: each column ends where its name does. Undefined where the
 * lines below don't keep to that. Stands in notebooks line by line in strings, all with the same margin.
 */
export function readAligned(text: string, at: number): Read | undefined {
  const start = lineStart(text, at);
  const end = start < 0 ? -1 : lineEnd(text, at);
  if (end < 0) return undefined;
  const line = text.slice(start, end);
  if (/[:;={}()<>|]/.test(line)) return undefined;
  const headers = [...line.matchAll(/[^\s"',\\]+/g)].filter(it => it[0] !== 'n');
  if (headers.length < 2 || headers.length > 60) return undefined;
  const spans = headers.map(it => ({ start: start + it.index, end: start + it.index + it[0].length }));
  const edges = spans.map(it => it.end - start);
  const below = lineEnd(text, end + 1);
  // Asked before the names are, because most lines of words fail here.
  if (below < 0 || !cellsOf(text, end + 1, below, edges)) return undefined;
  const columns = columnsFor(text, spans);
  if (!columns) return undefined;
  let next = end + 1;
  let rows = 0;
  for (; next < text.length; rows++) {
    const stop = lineEnd(text, next);
    const cells = stop < 0 ? undefined : cellsOf(text, next, stop, edges);
    if (!cells) break;
    cells.forEach((cell, place) => {
      if (cell.end > cell.start) columns[place]?.cells.push(cell);
    });
    next = stop + 1;
  }
  return rows < 2 ? undefined : { table: tableOf(columns), end: next };
}

/** The cells of a row, each between the ends of two columns; undefined where one goes across such an end. */
function cellsOf(text: string, start: number, stop: number, edges: readonly number[]): Span[] | undefined {
  const cells: Span[] = [];
  let from = start;
  for (const edge of edges) {
    const to = start + edge;
    if (to > stop || isBlank(text.charCodeAt(to - 1)) || !endsCell(text.charCodeAt(to))) return undefined;
    // Before the first column stands the number of the row.
    let begin = cells.length > 0 ? from : afterGap(text, start, to);
    while (begin < to && isBlank(text.charCodeAt(begin))) begin++;
    cells.push({ start: begin, end: to });
    from = to;
  }
  return cells;
}

/** Where the last two blanks before `to` stand, if they do. */
function afterGap(text: string, start: number, to: number): number {
  let at = to - 2;
  while (at > start && !(isBlank(text.charCodeAt(at)) && isBlank(text.charCodeAt(at - 1)))) at--;
  return at;
}

function isBlank(code: number): boolean {
  return code === 32;
}

/** A blank, the end of the line, or of the string that the line stands in. */
function endsCell(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 92 || code === 34 || Number.isNaN(code);
}

const maxLine = 2000;

function lineStart(text: string, at: number): number {
  for (let from = at, limit = Math.max(0, at - maxLine); from >= limit; from--) {
    if (from === 0 || text.charCodeAt(from - 1) === 10) return from;
  }
  return -1;
}

function lineEnd(text: string, at: number): number {
  for (const limit = Math.min(text.length, at + maxLine); at < limit; at++) if (text.charCodeAt(at) === 10) return at;
  return at === text.length ? at : -1;
}
