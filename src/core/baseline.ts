import { isDay } from './isDay';
import type { Fault } from './model';

/** A finding that stood when the team began, and that somebody answers for until a day. Found again there, it isn't told. */
export interface BaselineEntry {
  /** Relative to the workspace's root, with forward slashes; no glob. */
  readonly path: string;
  readonly detector: string;
  readonly fingerprint: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day it holds, `YYYY-MM-DD`. */
  readonly expires: string;
}

/** What makes a finding the same one: the same value in the same file. */
export type Accepted = Pick<BaselineEntry, 'path' | 'detector' | 'fingerprint'>;

/** What somebody says about everything that is accepted at once. */
export type Acceptance = Pick<BaselineEntry, 'reason' | 'owner' | 'expires'>;

/** Where the baseline of a workspace lies, relative to its root. */
export const baselinePath = '.lockside/baseline.json';

/**
 * Reads `{ "version": 1, "accepted": […] }`, which comes from a repository: what isn't as it should be accepts nothing, and is a
 * fault.
 */
export function readBaseline(text: string): { readonly entries: readonly BaselineEntry[]; readonly faults: Fault[] } {
  const list = listIn(text);
  if (!Array.isArray(list))
    return { entries: [], faults: [fault('not a baseline as "lockside baseline" writes it: nothing in it counts')] };
  const entries = list.slice(0, maximumEntries).filter(isEntry);
  const refused = list.length - entries.length;
  const faults =
    refused > 0 ? [fault(`${refused} entries are not as "lockside baseline" writes them: not applied`)] : [];
  return { entries, faults };
}

/** The file's text: one line for each entry and always in the same order, so that a diff shows what was accepted. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const rows = [...entries].sort(inOrder).map(({ path, detector, fingerprint, reason, owner, expires }) => {
    return `    ${JSON.stringify({ path, detector, fingerprint, reason, owner, expires })}`;
  });
  const list = rows.length > 0 ? `[\n${rows.join(',\n')}\n  ]` : '[]';
  return `{\n  "version": 1,\n  "accepted": ${list}\n}\n`;
}

export interface BaselineChange {
  readonly entries: readonly BaselineEntry[];
  readonly added: number;
  readonly dropped: number;
}

/** Adds what isn't accepted yet, or no longer: the same value in the same file is one entry. */
export function acceptFindings(
  entries: readonly BaselineEntry[],
  found: readonly Accepted[],
  acceptance: Acceptance,
  today: string,
): BaselineChange {
  const all = new Map(entries.map(entry => [keyOf(entry), entry]));
  let added = 0;
  for (const { path, detector, fingerprint } of found) {
    const known = all.get(keyOf({ path, detector, fingerprint }));
    if (known && isHolding(known, today)) continue;
    all.set(keyOf({ path, detector, fingerprint }), { path, detector, fingerprint, ...acceptance });
    added++;
  }
  return { entries: [...all.values()], added, dropped: 0 };
}

/** Drops the entries that no finding answers to any more, of the paths that were looked at. */
export function dropGone(
  entries: readonly BaselineEntry[],
  found: readonly Accepted[],
  isLookedAt: (path: string) => boolean,
): BaselineChange {
  const present = new Set(found.map(keyOf));
  const kept = entries.filter(entry => !isLookedAt(entry.path) || present.has(keyOf(entry)));
  return { entries: kept, added: 0, dropped: entries.length - kept.length };
}

/** Finds the entry that accepts a finding. */
export function createBaseline(
  entries: readonly BaselineEntry[],
  today: string,
): (finding: Accepted) => BaselineEntry | undefined {
  const holding = new Map(entries.filter(one => isHolding(one, today)).map(one => [keyOf(one), one]));
  return finding => (holding.size === 0 ? undefined : holding.get(keyOf(finding)));
}

/** Says how many entries of a baseline hold no longer. */
export function baselineFaults(entries: readonly BaselineEntry[], today: string): Fault[] {
  const expired = entries.filter(entry => !isHolding(entry, today));
  if (expired.length === 0) return [];
  const first = expired.reduce((one, other) => (other.expires < one.expires ? other : one));
  const message = `${expired.length} of ${entries.length} entries have expired, the first on ${first.expires}: their findings are reported again`;
  return [{ ...fault(message), code: 'suppression' }];
}

/** Whether an entry has not expired. */
export function isHolding({ expires }: BaselineEntry, today: string): boolean {
  return expires >= today;
}

/** What is wrong with an acceptance, for the person who gives it. */
export function problemOf({ reason, owner, expires }: Acceptance, today: string): string | undefined {
  if (reason.trim().length < 3 || reason.length > 500) return 'the reason needs between 3 and 500 characters';
  if (owner.trim().length === 0 || owner.length > 200) return 'the owner needs between 1 and 200 characters';
  if (!isDay(expires)) return 'the end needs a day written YYYY-MM-DD';
  return expires < today ? `the end, ${expires}, is past` : undefined;
}

const maximumEntries = 20_000;

function fault(message: string): Fault {
  return { code: 'settings', where: baselinePath, message };
}

function listIn(text: string): unknown {
  try {
    const { version, accepted } = JSON.parse(text) as Record<string, unknown>;
    return version === 1 ? accepted : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Record<string, unknown>;
  const texts = ['path', 'detector', 'fingerprint', 'reason', 'owner', 'expires'].map(name => entry[name]);
  if (!texts.every(text => typeof text === 'string' && text.length <= 4096)) return false;
  const { fingerprint, reason, owner, expires } = value as BaselineEntry;
  return /^[0-9a-f]{16}$/.test(fingerprint) && problemOf({ reason, owner, expires }, '') === undefined;
}

function keyOf({ path, detector, fingerprint }: Accepted): string {
  return `${path}\0${detector}\0${fingerprint}`;
}

function inOrder(one: BaselineEntry, other: BaselineEntry): number {
  const [a, b] = [keyOf(one), keyOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}
