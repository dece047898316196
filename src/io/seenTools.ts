import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the proxy last saw a server list in a workspace; in the person's own state, until somebody approves it. */
export interface SeenTools {
  readonly server: string;
  readonly tools: readonly unknown[];
}

export function saveSeenTools(stateFolder: string, root: string, seen: SeenTools): void {
  const folder = folderOf(stateFolder, root);
  const file = join(folder, `${nameOf(seen.server)}.json`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const passing = `${file}.${process.pid}.tmp`;
  writeFileSync(passing, JSON.stringify(seen), { mode: 0o600 });
  renameSync(passing, file);
}

export function readSeenTools(stateFolder: string, root: string): SeenTools[] {
  const folder = folderOf(stateFolder, root);
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.json') && statSync(join(folder, name)).size <= mostBytes)
      .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SeenTools);
  } catch {
    return []; // Nothing was seen yet.
  }
}

const mostBytes = 16 * 1024 * 1024;

function folderOf(stateFolder: string, root: string): string {
  return join(stateFolder, 'mcp-tools', nameOf(root));
}

function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
