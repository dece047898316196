import { createHmac, hash, randomBytes } from 'node:crypto';
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
  let keyed: ((text: string) => string) | undefined;
  return (detector, value) => {
    keyed ??= createKeyed(
      options.salt ? Buffer.from(`salt\0${options.salt}`) : hmac(userKey(options), `workspace\0${options.root}`),
    );
    return keyed(`${detector}\0${value}`).slice(0, 16);
  };
}

/** HMAC-SHA256 (RFC 2104) by two hashes of one call each: an object for each of a table's values costs a third of a scan. */
function createKeyed(key: Buffer): (text: string) => string {
  const byObject = (text: string) => createHmac('sha256', key).update(text).digest('hex');
  if (typeof hash !== 'function' || key.length > block) return byObject;
  const inner = Buffer.alloc(block + room, 0x36);
  const outer = Buffer.alloc(block + 32, 0x5c);
  for (const [at, unit] of key.entries()) {
    inner[at] = unit ^ 0x36;
    outer[at] = unit ^ 0x5c;
  }
  return text => {
    if (text.length * 3 > room) return byObject(text);
    const length = inner.write(text, block);
    hash('sha256', inner.subarray(0, block + length), 'buffer').copy(outer, block);
    return hash('sha256', outer, 'hex');
  };
}

/** Bytes that SHA-256 takes at once. */
const block = 64;
/** Most values are shorter. */
const room = 4096;

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
