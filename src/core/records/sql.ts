import type { Span } from '../model';
import { type Column, columnsFor, type Table, tableOf, trimmed } from './table';

/** The words where SQL that holds rows begins. */
export const sqlWords: readonly string[] = [
  'insert into',
  'replace into',
  'insert ignore into',
  'create table',
  'copy ',
];

/** What one text's SQL has brought so far: the columns of tables that it made, and rows by table. */
export interface SqlReader {
  /** Reads the statement at `at`; undefined where there is none that holds rows. */
  read(at: number): number | undefined;
  tables(): readonly Table[];
}

/** Reads `INSERT INTO t (a, b) VALUES (…), (…)` and `COPY t (a, b) FROM stdin`, as the dumps of MySQL, PostgreSQL and SQLite have them. */
export function createSqlReader(text: string): SqlReader {
  const made = new Map<string, readonly Span[]>();
  const byHeader = new Map<string, (Column | undefined)[] | undefined>();
  const columnsOf = (table: string, list: Span | undefined) => {
    const headers = list ? namesIn(text, list.start, list.end) : made.get(table);
    if (!headers) return undefined;
    const key = `${table} ${list ? text.slice(list.start, list.end) : ''}`;
    if (!byHeader.has(key)) byHeader.set(key, columnsFor(text, headers));
    return byHeader.get(key);
  };

  const read = (at: number): number | undefined => {
    const head = match(statement, text, at);
    if (!head) return undefined;
    const [whole, verb = '', table = ''] = head;
    const name = table.replace(/[`"[\]\s]/g, '').toLowerCase();
    let end = at + whole.length;
    if (/^create/i.test(verb)) {
      const body = match(createBody, text, end);
      return body ? define(made, name, text, end + 1, end + body[0].length) : end;
    }
    const list = match(columnList, text, end);
    const open = end + (list?.[0].indexOf('(') ?? 0) + 1;
    const listed = list ? { start: open, end: end + list[0].lastIndexOf(')') } : undefined;
    end += list?.[0].length ?? 0;
    const verbEnd = match(/^copy/i.test(verb) ? fromStdin : values, text, end);
    if (!verbEnd) return undefined;
    const columns = columnsOf(name, listed);
    end += verbEnd[0].length;
    return /^copy/i.test(verb) ? readCopied(text, end, columns) : readTuples(text, end, columns);
  };
  const tables = () => [...byHeader.values()].filter(it => it !== undefined).map(tableOf);
  return { read, tables };
}

const statement =
  /((?:insert (?:ignore )?|replace )into|create table(?: if not exists)?|copy)\s{1,4}((?:[`"[]?[\w$ ]{1,64}?[`"\]]?\.){0,2}(?:`[^`]{1,64}`|"[^"]{1,64}"|\[[^\]]{1,64}\]|[\w$]{1,64}))\s{0,8}/iy;
const columnList = /\(([^()]{1,8000})\)\s{0,8}/y;
const createBody = /\([^;]{1,20000}/y;
const values = /(?:overriding \w+ value )?values\s{0,8}(?=\()/iy;
const fromStdin = /from stdin[^;\n]{0,200};\r?\n/iy;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function namesIn(text: string, start: number, end: number): Span[] {
  const names: Span[] = [];
  for (let from = start; from < end; ) {
    const comma = text.indexOf(',', from);
    const to = comma < 0 || comma > end ? end : comma;
    names.push(unquoted(text, trimmed(text, from, to)));
    from = to + 1;
  }
  return names;
}

/** Notes the first word of each part of a table's definition that isn't a constraint; returns where the definition ends. */
function define(made: Map<string, readonly Span[]>, table: string, text: string, start: number, limit: number): number {
  const names: Span[] = [];
  let depth = 0;
  let from = start;
  let at = start;
  for (; at < limit && depth >= 0; at++) {
    const code = text.charCodeAt(at);
    if (code === 40) depth++;
    else if (code === 41) depth--;
    if (depth > 0 || (depth === 0 && code !== 44)) continue;
    const word = match(/\s{0,80}([`"[]?)([\w$]{1,64})/y, text, from);
    if (word && !constraint.test(word[2] ?? '')) {
      const end = from + word[0].length;
      names.push({ start: end - (word[2] ?? '').length, end });
    }
    from = at + 1;
  }
  made.set(table, names);
  return at;
}

const constraint = /^(?:primary|unique|key|constraint|foreign|index|check|fulltext)$/i;

function unquoted(text: string, { start, end }: Span): Span {
  return /[`"[]/.test(text[start] ?? '') ? { start: start + 1, end: end - 1 } : { start, end };
}

function readTuples(text: string, at: number, columns: readonly (Column | undefined)[] | undefined): number {
  for (;;) {
    while (isBlankOrComma(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== 40) return at;
    at = readTuple(text, at + 1, columns);
  }
}

function readTuple(text: string, at: number, columns: readonly (Column | undefined)[] | undefined): number {
  for (let place = 0; at < text.length; place++) {
    while (isBlank(text.charCodeAt(at))) at++;
    // N'…' and E'…' are strings too.
    if (text.charCodeAt(at + 1) === 39 && /[NEne]/.test(text[at] as string)) at++;
    const quote = text.charCodeAt(at);
    let end = at;
    if (quote === 39 || quote === 34) {
      end = closing(text, at + 1, quote);
      if (end > at + 1) columns?.[place]?.cells.push({ start: at + 1, end });
      end++;
    } else {
      end = bareEnd(text, at);
      const bare = trimmed(text, at, end);
      if (bare.end > bare.start) columns?.[place]?.cells.push(bare);
    }
    while (end < text.length && text.charCodeAt(end) !== 44 && text.charCodeAt(end) !== 41) end++;
    at = end + 1;
    if (text.charCodeAt(end) === 41) break;
  }
  return at;
}

function closing(text: string, at: number, quote: number): number {
  const limit = Math.min(text.length, at + maxString);
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === quote) {
      if (text.charCodeAt(at + 1) !== quote) return at;
      at++;
    }
  }
  return limit;
}

/** What goes on longer is no row of a person's. */
const maxString = 100_000;
const maxBare = 2000;

/** Where a value without quotes ends, calls such as `now()` included. */
function bareEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + maxBare);
  for (let depth = 0; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 40) depth++;
    else if (code === 41 && depth-- === 0) return at;
    else if (code === 44 && depth === 0) return at;
  }
  return at;
}

function readCopied(text: string, at: number, columns: readonly (Column | undefined)[] | undefined): number {
  while (at < text.length && !text.startsWith('\\.', at)) {
    let end = at;
    for (let place = 0, from = at; ; end++) {
      const code = end < text.length ? text.charCodeAt(end) : 10;
      if (code !== 9 && code !== 10) continue;
      const column = columns?.[place++];
      const cell = column && trimmed(text, from, end);
      if (cell && cell.end > cell.start) column.cells.push(cell);
      from = end + 1;
      if (code === 10) break;
    }
    at = end + 1;
  }
  return at;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function isBlankOrComma(code: number): boolean {
  return code === 44 || isBlank(code);
}
