import type { Row } from '../records/delimited';
import { loadTableReader } from '../records/load';
import { wantsAll, wordsOf } from './words';

/** The columns of a table that a prompt names, and those that it could do without. */
export interface ColumnUse {
  readonly named: readonly string[];
  readonly unused: readonly string[];
  /** Those of the unused whose names say that they hold personal data. */
  readonly personal: readonly string[];
  /** The unused columns' part of the table's text, from 0 to 1. */
  readonly share: number;
}

/** Tells which columns of a CSV, TSV, JSON or JSON lines table a prompt needs; undefined where it doesn't say, or it's no table. */
export function unusedColumns(words: string, path: string, text: string): ColumnUse | undefined {
  const said = new Set(wordsOf(words));
  if (wantsAll(said)) return undefined;
  const sizes = sizesOf(path, text);
  if (!sizes || sizes.size < 2) return undefined;
  const columns = [...sizes.keys()];
  const named = columns.filter(column => isNamed(column, said));
  const unused = columns.filter(column => !isTouched(column, said));
  if (named.length === 0 || unused.length === 0) return undefined;
  const sum = (names: readonly string[]) => names.reduce((total, name) => total + (sizes.get(name) ?? 0), 0);
  const personal = unused.filter(column => loadTableReader().columnOf(column) !== undefined);
  return { named, unused, personal, share: sum(unused) / Math.max(1, sum(columns)) };
}

function isNamed(column: string, said: ReadonlySet<string>): boolean {
  const parts = wordsOf(column);
  return said.has(parts.join('')) || (parts.length > 0 && parts.every(part => said.has(part)));
}

/** `email` is meant by `customer_email` or the other way round: what may be meant is not called unused. */
function isTouched(column: string, said: ReadonlySet<string>): boolean {
  return isNamed(column, said) || wordsOf(column).some(part => part.length > 2 && said.has(part));
}

type Sizes = ReadonlyMap<string, number>;

/** How many characters each column takes, over the first rows; undefined where there aren't enough. */
function sizesOf(path: string, text: string): Sizes | undefined {
  if (/\.(?:csv|tsv|tab)$/i.test(path)) return ofRows(text);
  if (/\.(?:jsonl|ndjson)$/i.test(path))
    return ofRecords(text.split('\n', maxRows).flatMap(line => parsed(line) ?? []));
  return /\.json$/i.test(path) && text.length < maxJson ? ofRecords(recordsIn(parsed(text))) : undefined;
}

const leastRows = 10;
const maxRows = 200;
const maxColumns = 200;
const maxJson = 4_000_000;

function ofRows(text: string): Sizes | undefined {
  const [header = ''] = text.split('\n', 1);
  const delimiter = ['\t', ';', '|', ','].find(one => header.includes(one));
  if (!delimiter || header.length > 8000) return undefined;
  const { readRow } = loadTableReader();
  const row: Row = { spans: [], end: 0 };
  const next = () => {
    readRow(text, row.end, delimiter.charCodeAt(0), row);
    return row.spans.map(({ start, end }) => text.slice(start, end));
  };
  const names = next().slice(0, maxColumns);
  const sizes = new Map(names.map(name => [name, 0]));
  let rows = 0;
  for (; rows < maxRows && row.end < text.length; rows++) {
    const cells = next();
    for (const [index, name] of names.entries())
      sizes.set(name, (sizes.get(name) ?? 0) + (cells[index]?.length ?? 0) + 1);
  }
  return rows < leastRows ? undefined : sizes;
}

function ofRecords(records: readonly unknown[]): Sizes | undefined {
  const rows = records.slice(0, maxRows).filter(one => typeof one === 'object' && one !== null && !Array.isArray(one));
  if (rows.length < leastRows) return undefined;
  const sizes = new Map<string, number>();
  for (const row of rows)
    for (const [name, value] of Object.entries(row as object).slice(0, maxColumns))
      sizes.set(name, (sizes.get(name) ?? 0) + name.length + JSON.stringify(value).length + 4);
  return sizes;
}

/** The list that the whole is, or that stands under one of its names. */
function recordsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).find((one): one is unknown[] => Array.isArray(one)) ?? [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
