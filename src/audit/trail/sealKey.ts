import { createHash, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SealWorkerData } from './sealWorker';

/** A key that segments are sealed with, and the same one wrapped with age for whoever may read them. */
export interface SealKey {
  readonly bytes: Uint8Array;
  /** An age file, base64. */
  readonly wrapped: string;
}

export interface SealOptions {
  /** Where the day's key lies, for this user alone. */
  readonly folder: string;
  /** `age1…`. */
  readonly recipients: readonly string[];
  /** The thread that wraps; `sealWorker.ts`. */
  readonly script?: string;
}

/**
 * The key of the day (UTC). Wrapping takes some tens of milliseconds and hooks run a thousand times a day, so the key of a day lies in
 * the user's own folder until the next one begins: whoever has the user's rights can read the events of today, as they could
 * by watching, and none from before. Throws where there is no such key and none can be made.
 */
export function sealKeyOf(options: SealOptions, now: number): SealKey {
  const { folder, recipients } = options;
  const day = new Date(now).toISOString().slice(0, 10);
  const readers = createHash('sha256')
    .update([...recipients].sort().join('\n'))
    .digest('hex')
    .slice(0, 12);
  const file = join(folder, `${day}-${readers}.json`);
  return readKey(file) ?? makeKey(options, file, day);
}

function readKey(file: string): SealKey | undefined {
  try {
    const { key, wrapped } = JSON.parse(readFileSync(file, 'utf8')) as { key: string; wrapped: string };
    return { bytes: Buffer.from(key, 'base64'), wrapped };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Two processes may make one at once: whose file stands first, that one holds. */
function makeKey(options: SealOptions, file: string, day: string): SealKey {
  const { folder } = options;
  const bytes = randomBytes(32);
  const wrapped = Buffer.from(wrap(options, bytes)).toString('base64');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(draft, JSON.stringify({ key: bytes.toString('base64'), wrapped }), { mode: 0o600 });
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  forgetBefore(folder, day);
  const standing = readKey(file);
  if (!standing) throw new Error('the key of the audit trail is gone');
  return standing;
}

/** What was sealed on days before can be opened by its readers alone. */
function forgetBefore(folder: string, day: string): void {
  for (const name of readdirSync(folder)) if (name.slice(0, 10) < day) rmSync(join(folder, name), { force: true });
}

/** age is asynchronous and decisions are not, so another thread does it while this one waits: once a day. */
function wrap({ recipients, script = join(__dirname, 'sealWorker.js') }: SealOptions, key: Uint8Array): Uint8Array {
  const state = new SharedArrayBuffer(8);
  const answer = new SharedArrayBuffer(64 * 1024);
  const came = new Int32Array(state);
  const workerData: SealWorkerData = { key, recipients, state, answer };
  const worker = new Worker(script, { workerData, execArgv: [] });
  worker.on('error', () => undefined);
  worker.unref();
  Atomics.wait(came, 0, 0, 10_000);
  const [outcome = 0, length = 0] = came;
  if (outcome !== 1) throw new Error('the audit trail could not be sealed to lockside.audit.recipients');
  return new Uint8Array(answer).slice(0, length);
}
