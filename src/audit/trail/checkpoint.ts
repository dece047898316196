import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonicalJson, hashOf } from './chain';
import { headsIn, readSegment, segmentsIn } from './readTrail';

/** What a trail was at a moment. Kept elsewhere, it proves later that nothing before it was cut or rewritten. */
export interface Checkpoint {
  readonly format: 'lockside-checkpoint/1';
  readonly time: string;
  /** The hash of the last line of each segment, and how many lines it had. */
  readonly segments: Readonly<Record<string, { readonly head: string; readonly lines: number }>>;
  /** SHA-256 of the checkpoint before; empty for the first. */
  readonly previous: string;
}

/** A checkpoint as it is kept and handed out: its canonical JSON, signed with Ed25519. */
export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** SPKI, DER, base64. */
  readonly key: string;
  /** Of the canonical JSON of `checkpoint`, base64. */
  readonly signature: string;
}

const fileName = 'checkpoints.jsonl';

/** Signs what the trail is now and keeps it beside the segments. */
export function makeCheckpoint(folder: string, keyFile: string, time: string): SignedCheckpoint {
  const key = readKey(keyFile);
  const segments = Object.fromEntries(
    segmentsIn(folder).map(id => {
      const { hashes } = readSegment(folder, id);
      return [id, { head: hashes.at(-1) ?? '', lines: hashes.length }];
    }),
  );
  const previous = readCheckpoints(folder).at(-1);
  const checkpoint: Checkpoint = {
    format: 'lockside-checkpoint/1',
    time,
    segments,
    previous: previous ? checkpointHash(previous) : '',
  };
  const signed = {
    checkpoint,
    key: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
    signature: sign(undefined, Buffer.from(canonicalJson(checkpoint)), key).toString('base64'),
  };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  appendFileSync(join(folder, fileName), `${canonicalJson(signed)}\n`, { mode: 0o600 });
  return signed;
}

/** What an anchor holds of a checkpoint: SHA-256 of its canonical JSON, hexadecimal. */
export function checkpointHash({ checkpoint }: SignedCheckpoint): string {
  return hashOf(canonicalJson(checkpoint));
}

/** The checkpoints that are kept beside the segments; lines that are none are passed over, `verifyTrail` tells them. */
export function readCheckpoints(folder: string): SignedCheckpoint[] {
  let text: string;
  try {
    text = readFileSync(join(folder, fileName), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return text
    .split('\n')
    .filter(Boolean)
    .flatMap(line => parseCheckpoint(line) ?? []);
}

/** Reads a signed checkpoint, of the trail or one that was kept elsewhere; undefined where it is none. */
export function parseCheckpoint(text: string): SignedCheckpoint | undefined {
  try {
    const value = JSON.parse(text) as SignedCheckpoint;
    const { checkpoint, key, signature } = value;
    const fine =
      checkpoint.format === 'lockside-checkpoint/1' && typeof key === 'string' && typeof signature === 'string';
    return fine && typeof checkpoint.segments === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a checkpoint is signed by the key that it names. Whose key that is, only a person can say. */
export function isSigned({ checkpoint, key, signature }: SignedCheckpoint): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' });
    return verify(undefined, Buffer.from(canonicalJson(checkpoint)), publicKey, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** This user's key for checkpoints; made at the first. */
function readKey(file: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey } = generateKeyPairSync('ed25519');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 });
  chmodSync(file, 0o600);
  return privateKey;
}

/** Whether the trail has anything that a checkpoint could be made of. */
export function hasTrail(folder: string): boolean {
  return headsIn(folder).size > 0;
}
