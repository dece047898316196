import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeCheckpoint, readCheckpoints, type SignedCheckpoint, segmentEnds } from './checkpoint';
import { segmentsIn } from './readTrail';
import { segmentEnding } from './segment';

export interface KeepOptions {
  readonly folder: string;
  /** The key that signs checkpoints. */
  readonly keyFile: string;
  /** Events after which a checkpoint is due; one is due each day besides. 0 for none. */
  readonly every: number;
  /** Days that a segment is kept after its last event. */
  readonly retentionDays: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const day = 86_400_000;

/**
 * Signs a checkpoint where one is due, and lets go of what is older than the trail is kept: the checkpoint names it first, so that
 * verifying accepts that these are gone and no others. Undefined where nothing was due.
 */
export function keepTrail(options: KeepOptions): SignedCheckpoint | undefined {
  const { folder, keyFile, now } = options;
  const leaving = outdated(options);
  if (leaving.length === 0 && !isDue(options)) return undefined;
  const signed = makeCheckpoint(folder, keyFile, new Date(now).toISOString(), leaving);
  for (const id of leaving) rmSync(join(folder, id + segmentEnding), { force: true });
  return signed;
}

function isDue({ folder, every, now }: KeepOptions): boolean {
  if (every === 0 || segmentsIn(folder).length === 0) return false;
  const last = readCheckpoints(folder).at(-1)?.checkpoint;
  const ends = segmentEnds(folder, last);
  let added = 0;
  for (const [id, { lines }] of ends) added += lines - (last?.segments[id]?.lines ?? 0);
  return added >= every || (added > 0 && now - (last ? Date.parse(last.time) : 0) >= day);
}

/** Segments' names begin with the day of their first event. */
function outdated({ folder, retentionDays, now }: KeepOptions): string[] {
  const until = new Date(now - retentionDays * day).toISOString();
  const firstKept = until.slice(0, 10).replaceAll('-', '');
  return segmentsIn(folder)
    .filter(id => /^\d{8}T/.test(id) && id.slice(0, 8) < firstKept)
    .filter(id => lastTime(join(folder, id + segmentEnding)) < until);
}

/** A segment without a time that can be read is kept. */
function lastTime(file: string): string {
  const line = readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '';
  return /"time":"(\d{4}-[^"]{10,30})"/.exec(line)?.[1] ?? '9999';
}
