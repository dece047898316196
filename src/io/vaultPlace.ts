import { randomBytes } from 'node:crypto';
import { linkSync, lstatSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultVaultFile } from './vaultFile';
import { readVaultKey } from './vaultKey';

/** Where a workspace's map is kept, and the key it is encrypted with. */
export type VaultPlace = { readonly file: string; readonly key: Buffer } | { readonly error: string };

/**
 * The map that lasts beyond a process: on disk, with a key from the keychain or LOCKSIDE_KEY. Where there is neither, as on a
 * server, both stand in memory that is a folder, for this user alone, until the machine ends: nothing of it is ever on a disk.
 */
export async function findVaultPlace(stateFolder: string, root: string): Promise<VaultPlace> {
  const key = await readVaultKey(true);
  if (!('error' in key)) return { file: defaultVaultFile(stateFolder, root), key: key.key };
  if (process.env.LOCKSIDE_KEY) return key;
  const folder = memoryFolder();
  return folder === undefined ? key : { file: defaultVaultFile(folder, root), key: keyIn(folder) };
}

function memoryFolder(): string | undefined {
  const user = process.getuid?.();
  if (user === undefined) return undefined;
  const parent = [process.env.XDG_RUNTIME_DIR, '/dev/shm'].find(place => place && isMemory(place));
  if (parent === undefined) return undefined;
  const folder = join(parent, `lockside-${user}`);
  try {
    mkdirSync(folder, { mode: 0o700, recursive: true });
    return isOurs(folder, user) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Linux's mark of a file system in memory; see statfs(2). */
const tmpfs = 0x01021994;

function isMemory(place: string): boolean {
  try {
    return statfsSync(place).type === tmpfs;
  } catch {
    return false;
  }
}

/** A folder that somebody else put there first is not trusted. */
function isOurs(folder: string, user: number): boolean {
  const { uid, mode } = lstatSync(folder);
  return uid === user && (mode & 0o077) === 0;
}

/** The first process makes it, and of two at once one: it appears whole or not at all. */
function keyIn(folder: string): Buffer {
  const file = join(folder, 'key');
  const fresh = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    return readFileSync(file);
  } catch {
    writeFileSync(fresh, randomBytes(32), { mode: 0o600, flag: 'wx' });
  }
  try {
    linkSync(fresh, file);
  } catch {
    // Another process was first.
  } finally {
    rmSync(fresh);
  }
  return readFileSync(file);
}
