import { createHmac, timingSafeEqual } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CleanTexts, Vault } from '../core/model';
import { replaceFile } from './replaceFile';

export interface CleanTextsPlace {
  readonly file: string;
  /** 32 bytes that this user alone has. */
  readonly key: Uint8Array;
  /** All that decides what is found: the code, the rules, the folder. With another one nothing that was written counts. */
  readonly scope: string;
  readonly vault: Vault;
}

/** Clean texts that are kept in a file. */
export interface KeptCleanTexts extends CleanTexts {
  /** Settles when all is written. Where it can't be, the next run looks at the texts again. */
  written(): Promise<void>;
}

/**
 * Reads which texts were clean in earlier runs, as keyed hashes (HMAC-SHA256, cut to 16 bytes) behind a keyed hash of all the file:
 * whoever has not the key can neither ask whether a text was there nor add one. A file that is damaged, too large, or of another
 * scope says nothing.
 */
export async function openCleanTexts({ file, key, scope, vault }: CleanTextsPlace): Promise<KeptCleanTexts> {
  const sealing = createHmac('sha256', key).update(`clean texts 1\0${scope}`).digest();
  const earlier = await read(file, sealing, vault);
  const own = new Map<string, { readonly hash: string; seen: number }>();
  let isChanged = false;
  let forgets = false;
  let last: Promise<void> = Promise.resolve();
  const write = async () => {
    if (!isChanged) return;
    isChanged = false;
    // Another process may have written meanwhile; what it tells comes behind.
    const others = forgets ? [] : await read(file, sealing, vault);
    const mine = new Map([...own.values()].map(({ hash, seen }) => [hash, seen]));
    const all = [...mine, ...[...others].filter(([hash]) => !mine.has(hash))];
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await replaceFile(file, seal(all.slice(0, most), sealing, vault));
  };
  const written = () => (last = last.then(write).catch(() => undefined));
  const changed = () => {
    if (!isChanged) setTimeout(written, pause).unref();
    isChanged = true;
  };
  return {
    seen: name => own.get(name)?.seen ?? earlier.get(hashOf(sealing, name)),
    add(name, seen) {
      const known = own.get(name);
      if (known ? known.seen >= seen : own.size >= mostOfRun) return;
      if (known) known.seen = seen;
      else own.set(name, { hash: hashOf(sealing, name), seen });
      changed();
    },
    forget() {
      own.clear();
      earlier.clear();
      forgets = true;
      changed();
    },
    written,
  };
}

/** Milliseconds after which what is new is written, should the process be killed. */
const pause = 5000;

/** A client's own texts are some hundred, and come first in a run. */
const mostOfRun = 4096;
const most = 8192;

// magic, keyed hash of the rest; how many of the vault's entries were looked for at most, and their keyed hash; then for each text its
// keyed hash and how many entries were looked for in it.
const magic = Buffer.from('LOCKSIDE-CLEAN-1\n');
const tagAt = magic.length;
const countAt = tagAt + 32;
const entriesAt = countAt + 4;
const textsAt = entriesAt + 32;
const hashLength = 16;
const textLength = hashLength + 4;

function seal(texts: readonly (readonly [hash: string, seen: number])[], key: Buffer, vault: Vault): Buffer {
  const entries = [...vault.entries()].length;
  const bytes = Buffer.alloc(textsAt + texts.length * textLength);
  magic.copy(bytes);
  bytes.writeUInt32LE(entries, countAt);
  markOf(key, vault, entries).copy(bytes, entriesAt);
  for (const [i, [hash, seen]] of texts.entries()) {
    bytes.write(hash, textsAt + i * textLength, 'latin1');
    bytes.writeUInt32LE(Math.min(seen, entries), textsAt + i * textLength + hashLength);
  }
  tagOf(key, bytes).copy(bytes, tagAt);
  return bytes;
}

/** Hashes, each with how many of the vault's entries were looked for; none of them where these are not the same any more. */
async function read(file: string, key: Buffer, vault: Vault): Promise<Map<string, number>> {
  const bytes = await readBytes(file);
  const texts = new Map<string, number>();
  if (!bytes || bytes.length < textsAt || !bytes.subarray(0, tagAt).equals(magic)) return texts;
  if (!timingSafeEqual(bytes.subarray(tagAt, countAt), tagOf(key, bytes))) return texts;
  const count = bytes.readUInt32LE(countAt);
  const isSame = markOf(key, vault, count).equals(bytes.subarray(entriesAt, textsAt));
  for (let at = textsAt; at + textLength <= bytes.length; at += textLength) {
    const seen = isSame ? bytes.readUInt32LE(at + hashLength) : 0;
    texts.set(bytes.toString('latin1', at, at + hashLength), seen);
  }
  return texts;
}

/** Undefined where it is no regular file of a size that we write. */
async function readBytes(file: string): Promise<Buffer | undefined> {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => undefined);
  try {
    const status = await handle?.stat();
    return status?.isFile() && status.size <= textsAt + most * textLength ? await handle?.readFile() : undefined;
  } catch {
    return undefined;
  } finally {
    await handle?.close();
  }
}

function hashOf(key: Buffer, name: string): string {
  return createHmac('sha256', key).update('text\0').update(name).digest('binary').slice(0, hashLength);
}

function tagOf(key: Buffer, bytes: Buffer): Buffer {
  return createHmac('sha256', key).update('file\0').update(bytes.subarray(countAt)).digest();
}

/** Of the vault's first entries: where others stand there, nobody knows what was looked for. */
function markOf(key: Buffer, vault: Vault, count: number): Buffer {
  const mac = createHmac('sha256', key).update('entries\0');
  let left = count;
  for (const { detector, value } of vault.entries()) if (left-- > 0) mac.update(JSON.stringify([detector, value]));
  return left > 0 ? Buffer.alloc(32) : mac.digest();
}
