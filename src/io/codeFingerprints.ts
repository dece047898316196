import { createCipheriv, createHmac } from 'node:crypto';
import { join } from 'node:path';
import { type CodePrints, createCodePrints, type FilePrints, type KeyedHash } from '../core/classify/codePrints';
import { printsPath, readPrints, writePrints } from '../core/classify/printsFile';
import type { Fault } from '../core/model';
import { readBounded, writeAtOnce } from './boundedFile';

/**
 * The keyed hash of code fingerprints: AES-128 of each pair of words by itself, a keyed permutation of numbers, because it takes a
 * whole text's at once, at a hundredth of the time of one HMAC for each. The key comes from `lockside.fingerprintSalt`.
 */
export function createKeyedHash(salt: string): KeyedHash {
  const key = createHmac('sha256', `salt\0${salt}`).update('code fingerprints 1').digest().subarray(0, 16);
  return words => {
    const blocks = new Uint32Array(2 * words.length);
    for (let i = 0; i < words.length; i += 2) blocks.set([words[i]!, words[i + 1]!], 2 * i);
    const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
    const made = cipher.update(new Uint8Array(blocks.buffer));
    const hashed = new Uint32Array(words.length);
    for (let i = 0; i < words.length; i++) hashed[i] = made.readUInt32LE(16 * (i >> 1) + 4 * (i & 1));
    return hashed;
  };
}

export interface CodeFingerprints {
  readonly files: readonly FilePrints[];
  readonly faults: readonly Fault[];
}

/** Reads a workspace's fingerprints; none where there is no such file. */
export function readCodeFingerprints(root: string): CodeFingerprints {
  const read = readBounded(join(root, printsPath));
  if (!read) return { files: [], faults: [] };
  if ('text' in read) return readPrints(read.text);
  const message = `${read.error}: nothing in it counts`;
  return { files: [], faults: [{ code: 'settings', where: printsPath, message }] };
}

/** Makes them ready; without a salt they are no use, and that is a fault. */
export function openCodeFingerprints(
  { files, faults }: CodeFingerprints,
  salt: string,
): { readonly prints: CodePrints | undefined; readonly faults: readonly Fault[] } {
  if (files.length === 0) return { prints: undefined, faults };
  if (salt) return { prints: createCodePrints(files, createKeyedHash(salt)), faults };
  const message = 'needs lockside.fingerprintSalt, with which it was made: no code is recognised';
  return { prints: undefined, faults: [...faults, { code: 'settings', where: printsPath, message }] };
}

/** Writes a workspace's fingerprints. */
export function writeCodeFingerprints(root: string, files: readonly FilePrints[]): void {
  writeAtOnce(join(root, printsPath), writePrints(files));
}
