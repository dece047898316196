import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What tells one build from another: a hash of all code in a folder, and of the engine that runs it. Undefined where there is none,
 * as when the sources run by themselves.
 */
export async function markOfCode(folder: string): Promise<string | undefined> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.js')).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('sha256').update(JSON.stringify([process.versions, names]));
  for (const name of names) {
    const code = await readFile(join(folder, name));
    hash.update(`${code.length}\0`).update(code);
  }
  return hash.digest('hex');
}
