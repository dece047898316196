import { createScanner } from 'jsonc-parser';
import { lockPath } from '../../core/lockPlaces';
import type { Fault } from '../../core/model';
import { isTable, type Table } from '../../core/untyped';
import { keyOf, type Lock, type Locked, lockedKinds } from './lock';

/** A lock as it was read, or why it can't be: then nothing counts as approved. */
export type ReadLock =
  | { readonly lock: Lock; readonly fault?: undefined }
  | { readonly lock?: undefined; readonly fault: Fault };

/**
 * Reads a lock, which comes from a repository. Whatever isn't as `lockside lock` writes it (a key twice, a key that it has not, an
 * entry twice) makes all of it void: a lock that is half read would approve what nobody saw.
 */
export function readLock(text: string): ReadLock {
  if (text.length > mostUnits) return refused(`more than ${mostUnits / 1_000_000} million characters`);
  const twice = repeatedKey(text);
  if (twice) return refused(twice);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('no JSON');
  }
  if (!isTable(value) || value.version !== 1 || !Array.isArray(value.entries) || Object.keys(value).length !== 2)
    return refused('not a lock as "lockside lock" writes it');
  const list = value.entries as unknown[];
  if (list.length > mostEntries) return refused(`more than ${mostEntries} entries`);
  const bad = list.findIndex(entry => !isLocked(entry));
  if (bad >= 0) return refused(`entry ${bad + 1} is not as "lockside lock" writes it`);
  const entries = list as Locked[];
  if (new Set(entries.map(keyOf)).size < entries.length) return refused('it has an entry twice');
  return { lock: { entries } };
}

/** The lock's text: an entry a line and always in the same order, so that a diff shows what was approved. */
export function writeLock({ entries }: Lock): string {
  const rows = [...entries]
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ kind, id, hash, says, by, on }) => `    ${JSON.stringify({ kind, id, hash, says, by, on })}`);
  return `{\n  "version": 1,\n  "entries": ${rows.length > 0 ? `[\n${rows.join(',\n')}\n  ]` : '[]'}\n}\n`;
}

const mostUnits = 16_000_000;
const mostEntries = 50_000;

function refused(why: string): ReadLock {
  const message = `${why}: nothing in it counts as approved. Mend it, restore it from git, or delete it and run "lockside lock"`;
  return { fault: { code: 'settings', where: lockPath, message } };
}

/** JSON.parse takes the last of two keys, a reader's eye the first. By tokens, because a parser would go as deep as a stranger likes. */
function repeatedKey(text: string): string | undefined {
  const open: Set<string>[] = [];
  const scanner = createScanner(text, true);
  let last = '';
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) open.push(new Set());
    else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) open.pop();
    else if (token === SyntaxKind.StringLiteral) last = scanner.getTokenValue();
    else if (token === SyntaxKind.ColonToken) {
      if (open.at(-1)?.has(last)) return `line ${scanner.getTokenStartLine() + 1} has a key twice`;
      open.at(-1)?.add(last);
    }
    if (open.length > 8) return 'it is nested too deeply';
  }
  return undefined;
}

/** `SyntaxKind` of jsonc-parser is a const enum, which exists in types alone. */
const SyntaxKind = {
  OpenBraceToken: 1,
  CloseBraceToken: 2,
  OpenBracketToken: 3,
  CloseBracketToken: 4,
  ColonToken: 6,
  StringLiteral: 10,
  EOF: 17,
} as const;

function isLocked(value: unknown): value is Locked {
  if (!isTable(value)) return false;
  return (
    Object.keys(value).every(key => keys.has(key)) &&
    lockedKinds.some(kind => kind === value.kind) &&
    isText(value, 'id', 1000) &&
    typeof value.hash === 'string' &&
    /^[0-9a-f]{64}$/.test(value.hash) &&
    (value.says === undefined || isText(value, 'says', 2000)) &&
    isText(value, 'by', 300) &&
    typeof value.on === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(value.on)
  );
}

const keys = new Set(['kind', 'id', 'hash', 'says', 'by', 'on']);

function isText(table: Table, key: string, most: number): boolean {
  const value = Object.hasOwn(table, key) ? table[key] : undefined;
  return typeof value === 'string' && value.length > 0 && value.length <= most;
}
