import { approve, type Change } from '../agents/lock/changes';
import type { Lock } from '../agents/lock/lock';
import { writeLock } from '../agents/lock/readLock';
import { gitUserName } from '../io/git';
import { keepText, writeLockText } from '../io/lockFile';

/** Writes changes into a workspace's lock, approved by whom git names, and keeps their texts beside it. The caller has asked a person. */
export async function approveChanges(
  { root, today }: { readonly root: string; readonly today: string },
  lock: Lock,
  changes: readonly Change[],
): Promise<{ readonly lock: Lock; readonly by: string }> {
  const by = ((await gitUserName(root)) ?? 'unknown').slice(0, 300);
  const made = changes.reduce((all, change) => approve(all, change, by, today), lock);
  for (const { thing } of changes) if (thing?.text !== undefined) keepText(root, thing.hash, thing.text);
  writeLockText(root, writeLock(made));
  return { lock: made, by };
}
