import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Does some work while no other process of this machine does work under the same lock file. Waits up to 10 seconds. */
export async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patience;
  while (!(await take(lock))) {
    if (performance.now() > deadline)
      throw new Error(`another process holds ${lock}; if none is running, delete that file`);
    await clearStale(lock);
    await sleep(10 + Math.random() * 40);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

const patience = 10_000;

async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes away the lock of a process that died. It is moved aside first and looked at again, lest a fresh one be deleted. */
async function clearStale(lock: string): Promise<void> {
  if (isAlive(await ownerOf(lock))) return;
  const aside = `${lock}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(lock, aside);
  } catch {
    return; // Somebody else was quicker.
  }
  if (isAlive(await ownerOf(aside))) await rename(aside, lock);
  else await rm(aside, { force: true });
}

async function ownerOf(lock: string): Promise<number | undefined> {
  const text = await readFile(lock, 'utf8').catch(() => '');
  // Empty: it is being written this moment, or already gone.
  return text === '' ? undefined : Number(text);
}

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined || !Number.isInteger(pid)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
