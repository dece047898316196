import { type ReadLock, readLock } from '../agents/lock/readLock';
import { lockPath } from '../core/lockPlaces';
import { readLockText } from '../io/lockFile';

/** The lock of a workspace; undefined where it has none. */
export function readWorkspaceLock(root: string): ReadLock | undefined {
  const text = readLockText(root);
  if (!text) return undefined;
  if ('text' in text) return readLock(text.text);
  return { fault: { code: 'settings', where: lockPath, message: `${text.error}: nothing in it counts as approved` } };
}
