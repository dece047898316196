import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadResult, ThreadTask } from '../../core/packageThread';

/** The thread that reads packages. It is started with the first task, and again after it has ended. */
export interface PackageThread {
  /** Resolves when the task is done; rejects with a message for a person. */
  run(task: ThreadTask, tell: (result: ThreadResult) => void, signal?: AbortSignal): Promise<void>;
  /** Whether anything has needed it so far. */
  isStarted(): boolean;
  dispose(): void;
}

/** `folder` has the extension's bundles. */
export function createThread(folder: string): PackageThread {
  const open = new Map<number, Open>();
  let worker: Worker | undefined;
  let last = 0;
  const end = (reason: string) => {
    worker = undefined;
    for (const { reject } of open.values()) reject(new Error(reason));
    open.clear();
  };
  const start = () => {
    const made = new Worker(join(folder, 'packageThread.js'), {
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    made.unref();
    made.on('message', (answer: ThreadAnswer) => take(open, answer));
    made.on('error', error => worker === made && end(error.message));
    made.on('exit', () => worker === made && end('the thread that reads packages has ended'));
    return made;
  };
  return {
    isStarted: () => last > 0,
    run(task, tell, signal) {
      const id = ++last;
      worker ??= start();
      const thread = worker;
      return new Promise((resolve, reject) => {
        open.set(id, { tell, resolve, reject });
        signal?.addEventListener('abort', () => thread.postMessage({ id, kind: 'cancel' }), { once: true });
        thread.postMessage({ ...task, id });
      });
    },
    dispose() {
      const thread = worker;
      end('the window was closed');
      void thread?.terminate();
    },
  };
}

/** Room for the largest lockfiles; what is made to need more ends the thread and not the window. */
const mostMegabytes = 1024;

interface Open {
  tell(result: ThreadResult): void;
  resolve(): void;
  reject(error: Error): void;
}

function take(open: Map<number, Open>, answer: ThreadAnswer): void {
  const one = open.get(answer.id);
  if (!one) return;
  if ('result' in answer) {
    one.tell(answer.result);
    return;
  }
  open.delete(answer.id);
  if (answer.error === undefined) one.resolve();
  else one.reject(new Error(answer.error));
}
