import { createHmac, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault, Fingerprinter } from '../core/model';

export interface FingerprintOptions {
  /** `lockside.fingerprintSalt`: with it, everyone who has the repository gets the same fingerprints. */
  readonly salt?: string;
  /** Without a salt: the workspace's path, mixed with a key that only this user has. */
  readonly root: string;
  readonly stateFolder: string;
  /** 32 bytes, for where no key can be kept. */
  readonly passingKey?: Uint8Array;
  /** Hears of a key that can't be kept (a home that is read-only): fingerprints then hold for this run alone. */
  readonly tell?: (fault: Fault) => void;
}

/**
 * HMAC-SHA256 over detector and value, cut to 16 hexadecimal digits. Keyed, so that nobody can look a value up in a list of
 * hashed ones. The key is read when the first value needs it.
 */
export function createFingerprinter(options: FingerprintOptions): Fingerprinter {
  let key: Buffer | undefined;
  return (detector, value) => {
    key ??= options.salt ? Buffer.from(`salt\0${options.salt}`) : hmac(userKey(options), `workspace\0${options.root}`);
    return createHmac('sha256', key).update(`${detector}\0${value}`).digest('hex').slice(0, 16);
  };
}

function hmac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function userKey({ stateFolder, passingKey, tell }: FingerprintOptions): Uint8Array {
  try {
    return keptKey(stateFolder);
  } catch (error) {
    tell?.({
      code: 'unreadable',
      where: stateFolder,
      message: `the key of fingerprints can't be kept (${(error as Error).message}): they hold for this run only`,
    });
    return passingKey ?? randomBytes(32);
  }
}

/** Of two processes that start at once one makes the key and the other reads it: a link never replaces a file. */
function keptKey(folder: string): Buffer {
  const file = join(folder, 'fingerprint.key');
  try {
    return readKey(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fresh = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(fresh, randomBytes(32), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
  return readKey(file);
}

function readKey(file: string): Buffer {
  const key = readFileSync(file);
  if (key.length !== 32) throw new Error(`${file} is damaged; delete it to get a new one`);
  return key;
}
