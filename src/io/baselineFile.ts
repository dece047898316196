import { join } from 'node:path';
import { type BaselineEntry, baselinePath, readBaseline, writeBaseline } from '../core/baseline';
import { readBounded, writeAtOnce } from './boundedFile';

/** Reads a workspace's baseline; none where there is no such file. */
export function readBaselineFile(root: string): ReturnType<typeof readBaseline> {
  const read = readBounded(join(root, baselinePath));
  if (!read) return { entries: [], faults: [] };
  if ('text' in read) return readBaseline(read.text);
  const message = `${read.error}: nothing in it counts`;
  return { entries: [], faults: [{ code: 'settings', where: baselinePath, message }] };
}

/** Writes a workspace's baseline. */
export function writeBaselineFile(root: string, entries: readonly BaselineEntry[]): void {
  writeAtOnce(join(root, baselinePath), writeBaseline(entries));
}
