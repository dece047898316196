import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Does some work while no other process does work under the same lock file. Waits up to 10 seconds. */
export async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + patience;
  while (!acquired(lock, longestWork)) {
    if (performance.now() > until) throw heldElsewhere(lock);
    await sleep(10 + Math.random() * 40);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** The same at once, for work of a moment that nothing can wait for: whoever has held such a lock for 5 seconds is taken for gone. */
export function withLockAtOnce<T>(lock: string, work: () => T): T {
  const until = performance.now() + patience;
  while (!acquired(lock, longestMoment)) {
    if (performance.now() > until) throw heldElsewhere(lock);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** All in milliseconds. A download can take long; a number that a dead process had can be another's by then. */
const patience = 10_000;
const longestWork = 3_600_000;
const longestMoment = 5000;

function heldElsewhere(lock: string): Error {
  return new Error(`another process holds ${lock}; if none is running, delete that file`);
}

function acquired(lock: string, longest: number): boolean {
  try {
    writeFileSync(lock, `${process.pid} ${hostname()}`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    clearStale(lock, longest);
    return false;
  }
}

/** It is moved aside and looked at again, lest a fresh one be deleted that another process has taken meanwhile. */
function clearStale(lock: string, longest: number): void {
  if (!isStale(lock, longest)) return;
  const aside = `${lock}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(lock, aside);
    if (isStale(aside, longest)) rmSync(aside, { force: true });
    else renameSync(aside, lock);
  } catch {
    // Somebody else was quicker.
  }
}

function isStale(lock: string, longest: number): boolean {
  try {
    return Date.now() - statSync(lock).mtimeMs > longest || isDead(readFileSync(lock, 'utf8'));
  } catch {
    return false;
  }
}

/** Only of this machine's own processes it can be told: a container that shares the folder has numbers of its own. */
function isDead(owner: string): boolean {
  const [, pid = '', host = ''] = /^(\d{1,10}) (.+)$/s.exec(owner) ?? [];
  if (pid === '' || host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
