import { type Change, subjectOf } from '../../agents/lock/changes';
import { keyOf } from '../../agents/lock/lock';
import { approveChanges } from '../../project/approveChanges';
import { type Restored, restoreLocked } from '../../project/restoreLocked';
import type { AgentLock } from './agentLock';

/** What came of an approval. */
export type Approved = { readonly by: string; readonly count: number } | { readonly error: 'changed' | 'unreadable' };

/**
 * Approves changes that a person has looked at. Everything is read anew first: what has changed since they looked is something that
 * nobody has seen, and makes the approval void.
 */
export async function approveSeen(lock: AgentLock, seen: readonly Change[], extensions = false): Promise<Approved> {
  const state = await lock.look(extensions);
  if (!state || state.faults.length > 0) return { error: 'unreadable' };
  const now = new Map(state.changes.map(change => [keyOf(subjectOf(change)), change]));
  const changes = seen.flatMap(change => now.get(keyOf(subjectOf(change))) ?? []);
  if (changes.length < seen.length || changes.some((change, at) => !isSame(change, seen[at] as Change)))
    return { error: 'changed' };
  const { by } = await approveChanges(state.world, state.lock, changes);
  await lock.look();
  return { by, count: changes.length };
}

/** Puts what a change is about back as it was approved; all locked files without one. */
export async function restoreChange(lock: AgentLock, change?: Change): Promise<readonly Restored[]> {
  const state = await lock.look();
  if (!state) return [];
  const done = await restoreLocked(state.world, state.lock, state.things, change ? subjectOf(change).id : true);
  await lock.look();
  return done;
}

/** Files and skills that were approved can be put back; what is new was never approved. */
export function canRestore({ before }: Change): boolean {
  return before?.kind === 'file' || before?.kind === 'skill';
}

function isSame(one: Change, other: Change): boolean {
  return one.thing?.hash === other.thing?.hash && one.before?.hash === other.before?.hash;
}
