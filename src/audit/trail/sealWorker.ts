import { workerData } from 'node:worker_threads';
import { Encrypter } from 'age-encryption';

/** What `sealKey.ts` starts this thread with. */
export interface SealWorkerData {
  readonly key: Uint8Array;
  readonly recipients: readonly string[];
  /** Two `Int32`: what it came to (1 done, 2 failed), and how many bytes there are. */
  readonly state: SharedArrayBuffer;
  readonly answer: SharedArrayBuffer;
}

const { key, recipients, state, answer } = workerData as SealWorkerData;
const came = new Int32Array(state);

wrap().then(
  bytes => finish(1, bytes),
  () => finish(2, new Uint8Array()),
);

/** In an async function, so that a recipient that is none fails it, too. */
async function wrap(): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(key);
}

function finish(outcome: number, bytes: Uint8Array): void {
  new Uint8Array(answer).set(bytes);
  Atomics.store(came, 1, bytes.length);
  Atomics.store(came, 0, outcome);
  Atomics.notify(came, 0);
}
