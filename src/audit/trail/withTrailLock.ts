import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Does work while no other process writes to the trail's shared segments; at once, because decisions wait for nothing. The lock of a
 * process that has died is taken away. Throws where another one holds it for too long.
 */
export function withTrailLock<T>(folder: string, work: () => T): T {
  const lock = join(folder, 'lock');
  const until = Date.now() + 2 * patience;
  while (!acquired(lock)) {
    if (Date.now() > until) throw new Error('the trail is locked by another process');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Milliseconds that a process may hold the lock of which nobody can tell whether it lives. */
const patience = 5000;

function acquired(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid} ${hostname()}`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    clearStale(lock);
    return false;
  }
}

/** It is moved aside and looked at again, lest a fresh one be deleted that another process has taken meanwhile. */
function clearStale(lock: string): void {
  if (!isStale(lock)) return;
  const aside = `${lock}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(lock, aside);
    if (isStale(aside)) rmSync(aside, { force: true });
    else renameSync(aside, lock);
  } catch {
    // Somebody else was quicker.
  }
}

function isStale(lock: string): boolean {
  try {
    const { mtimeMs } = statSync(lock);
    return Date.now() - mtimeMs > patience || isDead(readFileSync(lock, 'utf8'));
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
