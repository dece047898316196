import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer, ThreadRequest } from './core/packageThread';
import { createChecker } from './project/createChecker';
import { runTask } from './project/runTask';

// The thread in which the editor has packages read: parsing a large lockfile takes longer than the window may wait.
const checker = createChecker();
const cancelled = new Set<number>();
const answer = (message: ThreadAnswer) => parentPort?.postMessage(message);

parentPort?.on('message', (request: ThreadRequest) => {
  const { id } = request;
  if (request.kind === 'cancel') return cancelled.add(id);
  const tell = {
    result: (result: Extract<ThreadAnswer, { result: unknown }>['result']) => answer({ id, result }),
    isOver: () => cancelled.has(id),
  };
  return void runTask(request, checker, tell).then(
    () => answer({ id, done: true }),
    (error: unknown) => answer({ id, done: true, error: error instanceof Error ? error.message : String(error) }),
  );
});
