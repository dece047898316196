import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBounded } from './boundedFile';

/** Where sign-offs lie: one folder for each commit, one file for each person. */
export const signOffsFolder = '.lockside/sign-offs';

const maximumSize = 64 * 1024;

/** The envelopes about a commit, as texts by their files' names. */
export function readSignOffs(root: string, commit: string): { file: string; text: string }[] {
  const folder = join(root, signOffsFolder, commit);
  return listed(folder).flatMap(name => {
    const read = readBounded(join(folder, name), maximumSize);
    return read && 'text' in read ? [{ file: `${signOffsFolder}/${commit}/${name}`, text: read.text }] : [];
  });
}

/** Keeps an envelope; gives its path relative to the root. */
export function writeSignOff(root: string, commit: string, text: string): string {
  const folder = join(root, signOffsFolder, commit);
  mkdirSync(folder, { recursive: true });
  const name = `${createHash('sha256').update(text).digest('hex').slice(0, 12)}.dsse.json`;
  writeFileSync(join(folder, name), text);
  return `${signOffsFolder}/${commit}/${name}`;
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.dsse.json'))
      .sort()
      .slice(0, 100);
  } catch {
    return [];
  }
}
