import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BaselineEntry, baselinePath, readBaseline, writeBaseline } from '../core/baseline';
import type { Fault } from '../core/model';

/** Reads a workspace's baseline; none where there is no such file. */
export function readBaselineFile(root: string): ReturnType<typeof readBaseline> {
  const file = join(root, baselinePath);
  try {
    if (statSync(file).size > maximumSize) return unread(`more than ${maximumSize / 1024 / 1024} MB`);
    return readBaseline(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? { entries: [], faults: [] } : unread(code ?? message);
  }
}

/** Writes a workspace's baseline in one step: whoever reads it meanwhile gets the one before. */
export function writeBaselineFile(root: string, entries: readonly BaselineEntry[]): void {
  const file = join(root, baselinePath);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.tmp`, writeBaseline(entries));
  renameSync(`${file}.tmp`, file);
}

const maximumSize = 16 * 1024 * 1024;

function unread(why: string): { entries: []; faults: Fault[] } {
  return {
    entries: [],
    faults: [{ code: 'settings', where: baselinePath, message: `can't be read (${why}): nothing in it counts` }],
  };
}
