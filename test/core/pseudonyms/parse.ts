import { parse as parseCsv } from 'csv-parse/sync';
import { load } from 'js-yaml';
import sqlParser from 'node-sql-parser/build/postgresql';

/** Reads a file as its format's own parser does; throws where it doesn't parse. */
export const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  csv: text => parseCsv(text),
  json: text => JSON.parse(text),
  yaml: text => load(text),
  sql: text => new sqlParser.Parser().astify(text, { database: 'postgresql' }),
  log: text =>
    text
      .split('\n')
      .map(line => Array.from(line.matchAll(/(\w+)=("(?:[^"\\]|\\.)*")/g), it => [it[1], JSON.parse(it[2]!)])),
  ipynb: text => JSON.parse(text),
};

/** What a file is made of, without its values: keys, columns, rows, types. */
export function structureOf(parsed: unknown): unknown {
  if (Array.isArray(parsed)) return parsed.map(structureOf);
  if (typeof parsed === 'object' && parsed !== null)
    return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, structureOf(value)]));
  return typeof parsed;
}
