import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Vault } from '../core/model';
import { createVault } from '../core/placeholders';
import { readVault, vaultLock, writeVault } from './vaultFile';
import { withLock } from './withLock';

/** A map in memory that is the same as the encrypted file which other processes of this user work with as well. */
export interface SharedVault {
  readonly vault: Vault;
  /**
   * Does work that gives out placeholders while no other process gives out any. Settles as soon as the work is done; the file is
   * written behind it, and whoever comes next waits for that.
   */
  exclusively<T>(work: () => T): Promise<T>;
  /** Settles when all is written. */
  written(): Promise<void>;
}

/** Reads the map; an unreadable one is an error that says what to do. */
export async function openSharedVault(
  file: string,
  key: Buffer,
): Promise<{ readonly shared: SharedVault } | { readonly error: string }> {
  let changed = false;
  let stamp = '';
  const vault = createVault([], {}, () => {
    changed = true;
  });
  /** What others have given out since the file was looked at last. */
  const refresh = async () => {
    const now = await stampOf(file);
    if (now === stamp) return;
    const opened = await readVault(file, key);
    if ('error' in opened) throw new Error(opened.error);
    vault.adopt(opened.vault.entries());
    stamp = now;
  };
  const work = async (task: () => void) => {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await withLock(vaultLock(file), async () => {
      await refresh();
      task();
      if (!changed) return;
      changed = false;
      await writeVault(file, key, vault);
      stamp = await stampOf(file);
    });
  };
  let last: Promise<unknown> = Promise.resolve();
  const exclusively = <T>(task: () => T) =>
    new Promise<T>((resolve, reject) => {
      last = last.then(() => work(() => resolve(task()))).catch(reject);
    });
  try {
    await exclusively(() => undefined);
  } catch (error) {
    return { error: (error as Error).message };
  }
  return { shared: { vault, exclusively, written: () => last.then(() => undefined) } };
}

/** Files are only ever replaced, so that each has an inode and a time of its own. */
async function stampOf(file: string): Promise<string> {
  try {
    const { ino, mtimeMs, size } = await stat(file);
    return `${ino} ${mtimeMs} ${size}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'none';
    throw error;
  }
}
