import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Vault, VaultEntry } from '../core/model';
import { createVault, type MemoryVault } from '../core/placeholders';
import { replaceFile } from './replaceFile';
import { withLock } from './withLock';

/** A placeholder map that could be read, or why it couldn't. */
export type OpenedVault = { readonly vault: MemoryVault } | { readonly error: string };

/** Reads an encrypted map; a file that isn't there is an empty one unless `mustExist`. */
export async function readVault(file: string, key: Buffer, mustExist = false): Promise<OpenedVault> {
  let sealed: Buffer;
  try {
    sealed = await readFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !mustExist) return { vault: createVault() };
    return {
      error:
        code === 'ENOENT'
          ? `there is no placeholder map at ${file}: redact something first, or name one with --map`
          : `${file}: ${message}`,
    };
  }
  return unseal(sealed, key, file);
}

/** Reads a map, does some work on it and writes it back encrypted, while no other process can touch it. */
export async function updateVault<T>(
  file: string,
  key: Buffer,
  work: (vault: MemoryVault) => T | Promise<T>,
): Promise<{ readonly value: T } | { readonly error: string }> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  return withLock(vaultLock(file), async () => {
    const opened = await readVault(file, key);
    if ('error' in opened) return opened;
    const value = await work(opened.vault);
    await writeVault(file, key, opened.vault);
    return { value };
  });
}

/** Writes a map encrypted; for who holds its lock. */
export function writeVault(file: string, key: Buffer, vault: Vault): Promise<void> {
  return replaceFile(file, seal(vault, key));
}

/** What is taken before a map is changed. */
export function vaultLock(file: string): string {
  return `${file}.lock`;
}

/** Where a workspace's map is kept when none is named. */
export function defaultVaultFile(stateFolder: string, root: string): string {
  return join(stateFolder, 'maps', `${createHash('sha256').update(root).digest('hex').slice(0, 32)}.map`);
}

/** Beside a map, what is known of texts that hold nothing. */
export function cleanTextsFile(vaultFile: string): string {
  return `${vaultFile.replace(/\.map$/, '')}.clean`;
}

// magic, the key's mark, nonce, tag, AES-256-GCM of the entries as JSON. The first two are authenticated as well.
const magic = Buffer.from('LOCKSIDE-MAP-1\n');
const markAt = magic.length;
const nonceAt = markAt + 8;
const tagAt = nonceAt + 12;
const bodyAt = tagAt + 16;

function seal(vault: Vault, key: Buffer): Buffer {
  const entries = Array.from(vault.entries(), entry => ({ ...entry, origins: [...entry.origins] }));
  const head = Buffer.concat([magic, markOf(key)]);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(head);
  const body = Buffer.concat([cipher.update(JSON.stringify(entries), 'utf8'), cipher.final()]);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body]);
}

function unseal(sealed: Buffer, key: Buffer, file: string): OpenedVault {
  if (sealed.length < bodyAt || !sealed.subarray(0, markAt).equals(magic))
    return { error: `${file} is not a placeholder map of Lockside` };
  if (!sealed.subarray(markAt, nonceAt).equals(markOf(key)))
    return { error: `${file} was encrypted with another key (another user's, or another LOCKSIDE_KEY)` };
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(nonceAt, tagAt)).setAAD(
      sealed.subarray(0, nonceAt),
    );
    decipher.setAuthTag(sealed.subarray(tagAt, bodyAt));
    const text = Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]).toString('utf8');
    const entries = JSON.parse(text) as (Omit<VaultEntry, 'origins'> & { origins: string[] })[];
    return { vault: createVault(entries.map(entry => ({ ...entry, origins: new Set(entry.origins) }))) };
  } catch {
    return {
      error: `${file} is damaged and can't be decrypted; delete it to begin a new one (placeholders in it are lost)`,
    };
  }
}

/** Tells keys apart without telling anything of them. */
function markOf(key: Buffer): Buffer {
  return createHash('sha256').update('lockside map key\0').update(key).digest().subarray(0, 8);
}
