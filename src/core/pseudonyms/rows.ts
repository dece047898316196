import type { Span } from '../model';

/** The rows of a table and what stands around them; undefined where a text is none. */
export interface Rows {
  /** Up to where the first row begins: the header. */
  readonly head: number;
  readonly rows: readonly Span[];
}

/** The rows of CSV and TSV (the first line is the header) or of JSON that has a value a line. A row may span lines in quotes. */
function rowsOf(text: string, path: string): Rows | undefined {
  if (/\.(?:ndjson|jsonl)$/i.test(path)) return { head: 0, rows: lines(text, 0, false) };
  if (!/\.(?:csv|tsv|psv|tab)$/i.test(path)) return undefined;
  const all = lines(text, 0, true);
  const header = all[0];
  return header && { head: header.end, rows: all.slice(1) };
}

/** As many rows as wanted: the text's own over and over, each round's made anew by `round`. All rounds have the same rows. */
export function withRows(count: number, path: string, round: (number: number) => string): string | undefined {
  let out = '';
  let made = 0;
  for (let number = 0; made < count; number++) {
    const text = round(number);
    const table = rowsOf(text, path);
    if (!table || table.rows.length === 0) return undefined;
    if (number === 0) out = text.slice(0, table.head);
    for (const { start, end } of table.rows.slice(0, count - made)) {
      const row = text.slice(start, end);
      out += row.endsWith('\n') ? row : `${row}\n`;
      made++;
    }
  }
  return out;
}

function lines(text: string, from: number, quotes: boolean): Span[] {
  const found: Span[] = [];
  let quoted = false;
  let start = from;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quotes && code === 34) quoted = !quoted;
    if (code !== 10 || quoted) continue;
    if (text.slice(start, at).trim() !== '') found.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (text.slice(start).trim() !== '') found.push({ start, end: text.length });
  return found;
}
