import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonicalJson, hashOf } from './chain';
import { headsIn, segmentsIn } from './readTrail';
import { segmentEnding } from './segment';

/** What a trail was at a moment. Kept elsewhere, it proves later that nothing before it was cut or rewritten. */
export interface Checkpoint {
  readonly format: 'lockside-checkpoint/1';
  readonly time: string;
  /** The hash of the last line of each segment, and how many lines it had. */
  readonly segments: Readonly<Record<string, SegmentEnd>>;
  /** Segments that were older than the trail is kept, as they were when they went. */
  readonly pruned?: Readonly<Record<string, SegmentEnd>>;
  /** SHA-256 of the checkpoint before; empty for the first. */
  readonly previous: string;
}

/** The hash of a segment's last whole line, and how many there are. */
export interface SegmentEnd {
  readonly head: string;
  readonly lines: number;
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

/** Signs what the trail is now, without the segments that are to go, and keeps it beside the segments. */
export function makeCheckpoint(
  folder: string,
  keyFile: string,
  time: string,
  leaving: readonly string[] = [],
): SignedCheckpoint {
  const key = readKey(keyFile);
  const previous = readCheckpoints(folder).at(-1);
  const ends = segmentEnds(folder, previous?.checkpoint);
  const named = (wanted: (id: string) => boolean) =>
    Object.fromEntries([...ends].filter(([id]) => wanted(id)).map(([id, { head, lines }]) => [id, { head, lines }]));
  const checkpoint: Checkpoint = {
    format: 'lockside-checkpoint/1',
    time,
    segments: named(id => !leaving.includes(id)),
    previous: previous ? checkpointHash(previous) : '',
    ...(leaving.length > 0 ? { pruned: named(id => leaving.includes(id)) } : {}),
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

/** How far each segment has come. What has not been written to since the last checkpoint is what it was then: who has changed it is found by that. */
export function segmentEnds(folder: string, last?: Checkpoint): Map<string, SegmentEnd> {
  const since = last ? Date.parse(last.time) - 60_000 : 0;
  return new Map(
    segmentsIn(folder).map(id => {
      const file = join(folder, id + segmentEnding);
      const known = last?.segments[id];
      return [id, known && statSync(file).mtimeMs < since ? known : endOf(readFileSync(file))];
    }),
  );
}

function endOf(bytes: Buffer): SegmentEnd {
  let lines = 0;
  let start = 0;
  let head: Buffer | undefined;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    head = bytes.subarray(start, end);
    start = end + 1;
    lines++;
  }
  return { head: head ? hashOf(head) : '', lines };
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
    const isObject = (one: unknown) => typeof one === 'object' && one !== null;
    const ends = isObject(checkpoint.segments) && isObject(checkpoint.pruned ?? {});
    return fine && ends && !Number.isNaN(Date.parse(checkpoint.time)) ? value : undefined;
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
