import type { Vault } from '../core/model';
import { createVault } from '../core/placeholders';
import { updateVault } from './vaultFile';

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
  const vault = createVault();
  const opened = await updateVault(file, key, kept => vault.adopt(kept.entries()));
  if ('error' in opened) return opened;
  let last: Promise<unknown> = Promise.resolve();
  const exclusively = <T>(work: () => T): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      last = last
        .then(() =>
          updateVault(file, key, kept => {
            vault.adopt(kept.entries());
            const done = work();
            kept.adopt(vault.entries());
            resolve(done);
          }),
        )
        .then(done => 'error' in done && reject(new Error(done.error)), reject);
    });
  return { shared: { vault, exclusively, written: () => last.then(() => undefined) } };
}
