import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type { Fault } from '../core/model';

/** Whether a file is one of SQLite's by its name, the log of changes that aren't in it yet among them. */
export function isDatabase(file: string): boolean {
  return /\.(?:db|sqlite3?|vscdb)(?:-wal)?$/.test(file);
}

/**
 * The rows of a SQLite database, by SQLite where this Node has it, tables that tell of others first. Otherwise the texts that can
 * be made out in its bytes: then a value may be missed that lies on two of its pages.
 */
export function* databaseRows(file: string): Generator<{ record: unknown } | { fault: Fault }> {
  const sqlite = process.getBuiltinModule?.('node:sqlite' as 'node:fs') as unknown as Sqlite | undefined;
  if (!sqlite) yield* textsIn(file);
  else if (!file.endsWith('-wal') || !existsSync(file.slice(0, -'-wal'.length))) yield* rows(sqlite, file);
}

/** As much of `node:sqlite` as is used; older versions of Node have neither it nor its types. */
interface Sqlite {
  readonly DatabaseSync: new (
    file: string,
    options: { readonly readOnly: boolean },
  ) => {
    prepare(sql: string): { iterate(): Iterable<Record<string, unknown>>; all(): Record<string, unknown>[] };
    close(): void;
  };
}

function* rows({ DatabaseSync }: Sqlite, file: string): Generator<{ record: unknown } | { fault: Fault }> {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'")
      .all();
    const names = tables.map(({ name }) => String(name)).sort();
    for (const name of names)
      for (const row of database.prepare(`SELECT * FROM "${name.replaceAll('"', '""')}"`).iterate())
        yield { record: row };
  } finally {
    database.close();
  }
}

function* textsIn(file: string): Generator<{ record: unknown } | { fault: Fault }> {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(1024 * 1024);
    let kept = 0;
    for (;;) {
      const read = readSync(handle, buffer, kept, buffer.length - kept, null);
      if (read === 0) return;
      const bytes = buffer.subarray(0, kept + read);
      for (const [text] of bytes.toString('utf8').matchAll(run)) yield { record: unescaped(text) };
      // What the end cuts is looked at again with what follows.
      const rest = bytes.subarray(Math.max(0, bytes.length - overlap));
      kept = rest.length;
      rest.copy(buffer);
    }
  } finally {
    closeSync(handle);
  }
}

/** Texts in a database are JSON for the most part, beside other columns' and cut at the ends of pages. */
function unescaped(text: string): string {
  return text.replace(/\\([nrt"\\/])/g, (_, letter: string) => escapes[letter] ?? letter);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const overlap = 16 * 1024;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what isn't text is told by them.
const run = /[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]{8,}/g;
