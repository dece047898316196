import * as vscode from 'vscode';
import { type Change, describeChange, diffOf, subjectOf } from '../../agents/lock/changes';
import { keyOf } from '../../agents/lock/lock';
import { commands } from '../../contributes';
import { lockPath } from '../../core/lockPlaces';
import { keptIn } from '../../project/restoreLocked';
import type { AgentLock, LockState } from './agentLock';
import { askBeside } from './askBeside';
import { createChangeTexts } from './changeTexts';
import { approveSeen, canRestore, restoreChange } from './lockActions';

/**
 * The commands of the lock: review what has changed, lock everything as it is, put files back. A change is approved only by a click in
 * a dialog, which no command and so no agent can press, and only in a trusted workspace.
 */
export function registerReview(lock: AgentLock): vscode.Disposable {
  const texts = createChangeTexts();
  const review = async (argument?: unknown) => {
    const state = await lock.look();
    if (!state) return void say(vscode.l10n.t('Open a folder on this machine first: its lock is a file in it.'));
    if (state.faults.length > 0) return void tellFaults(state);
    if (!state.isKept) return lockAll(lock);
    const wanted = isChange(argument) ? state.changes.filter(one => key(one) === key(argument)) : state.changes;
    if (wanted.length === 0)
      return void say(vscode.l10n.t('{0}: nothing has changed since it was approved.', lockPath));
    for (const [at, change] of wanted.entries()) {
      await texts.show(state.world.root, change);
      if (!(await ask(lock, change, at + 1, wanted.length))) return;
    }
  };
  return vscode.Disposable.from(
    texts,
    vscode.commands.registerCommand(commands.reviewAgentChanges, (node?: { change?: unknown }) => review(node?.change)),
    vscode.commands.registerCommand(commands.lockAgents, async () => {
      const state = await lock.look();
      if (!state) return void say(vscode.l10n.t('Open a folder on this machine first: its lock is a file in it.'));
      if (state.faults.length > 0) return void tellFaults(state);
      await lockAll(lock);
    }),
    vscode.commands.registerCommand(commands.restoreLocked, () => restoreAll(lock)),
    announce(lock),
  );
}

/** Tells once of changes that are new, with a way to look at them. */
function announce(lock: AgentLock): vscode.Disposable {
  const told = new Set<string>();
  return lock.onDidChange(async () => {
    const changes = lock.state()?.changes ?? [];
    const fresh = changes.filter(change => !told.has(`${key(change)} ${change.thing?.hash}`));
    for (const change of fresh) told.add(`${key(change)} ${change.thing?.hash}`);
    const [first] = fresh;
    if (!first) return;
    const { t } = vscode.l10n;
    const look = t('Review');
    const message = t(
      '{0} An agent may act on it. {1}',
      countText(changes.length),
      describeChange(first).slice(0, 200),
    );
    if ((await vscode.window.showWarningMessage(message, look)) === look)
      await vscode.commands.executeCommand(commands.reviewAgentChanges);
  });
}

/** "2 changes need approval." */
export function countText(count: number): string {
  const { t } = vscode.l10n;
  return count === 1 ? t('1 change needs approval.') : t('{0} changes need approval.', count);
}

/** False where the person has had enough. */
async function ask(lock: AgentLock, change: Change, at: number, count: number): Promise<boolean> {
  const { t } = vscode.l10n;
  const [approve, restore, next] = [t('Approve…'), t('Restore…'), t('Later')];
  const choices = [approve, ...(canRestore(change) ? [restore] : []), next];
  const message = t('{0} of {1}: {2}', at, count, describeChange(change).slice(0, 300));
  const answer = await askBeside(message, choices, changedLines(lock, change));
  if (answer === undefined) return false;
  if (answer === approve) await approveAfterClick(lock, [change], describeChange(change));
  if (answer === restore) await restoreAfterClick(lock, change);
  return true;
}

/** The first lines that differ, as one. */
function changedLines(lock: AgentLock, change: Change): string | undefined {
  const root = lock.state()?.world.root;
  if (root === undefined) return undefined;
  const lines = diffOf(change, keptIn(root)).filter(line => /^[+-]./.test(line));
  return lines.slice(0, 3).join('   ').slice(0, 240) || undefined;
}

async function approveAfterClick(
  lock: AgentLock,
  changes: readonly Change[],
  detail: string,
  extensions = false,
): Promise<void> {
  const { t } = vscode.l10n;
  if (!vscode.workspace.isTrusted)
    return void say(t('Trust this workspace first: until then nothing in it can be approved or restored.'));
  const yes = t('Approve');
  const question =
    changes.length === 1 ? t('Approve this change?') : t('Approve these {0} things as they are?', changes.length);
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail: detail.slice(0, 3000) }, yes);
  if (answer !== yes) return;
  const done = await approveSeen(lock, changes, extensions);
  if ('error' in done)
    return void say(
      done.error === 'changed'
        ? t('Nothing was approved: it has changed again since you looked. Review it once more.')
        : t('Nothing was approved: a file can’t be read. The view AI Agents says which.'),
    );
  vscode.window.setStatusBarMessage(t('Lockside: approved by {0}; commit {1} with it', done.by, lockPath), 8000);
}

/** Everything as it is now becomes what was approved; with the versions of extensions where the person wants that. */
async function lockAll(lock: AgentLock): Promise<void> {
  const { t } = vscode.l10n;
  const extensions = await asksForExtensions();
  if (extensions === undefined) return;
  const state = await lock.look(extensions);
  if (!state) return;
  if (state.changes.length === 0) return void say(t('{0}: nothing has changed since it was approved.', lockPath));
  const lines = state.changes.slice(0, 30).map(describeChange);
  const more = state.changes.length > lines.length ? [t('and {0} more', state.changes.length - lines.length)] : [];
  await approveAfterClick(lock, state.changes, [...lines, ...more].join('\n'), extensions);
}

/** Versions of extensions are this machine's own, so a lock that a team shares has them only where somebody wants that. */
async function asksForExtensions(): Promise<boolean | undefined> {
  const { t } = vscode.l10n;
  const choices = [
    { label: t('Rules, servers, hooks, skills and tools'), extensions: false },
    { label: t('The same, and the versions of installed extensions'), extensions: true },
  ];
  const options = { title: t('Lock Agent Configuration'), placeHolder: t('What shall a change be asked about?') };
  return (await vscode.window.showQuickPick(choices, options))?.extensions;
}

async function restoreAfterClick(lock: AgentLock, change?: Change): Promise<void> {
  const { t } = vscode.l10n;
  if (!vscode.workspace.isTrusted)
    return void say(t('Trust this workspace first: until then nothing in it can be approved or restored.'));
  const yes = t('Restore');
  const detail = change ? subjectOf(change).id : t('All files that differ from what was approved.');
  const question = t('Put back what was approved? What stands there now is overwritten.');
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) !== yes) return;
  const done = await restoreChange(lock, change);
  const failed = done.filter(({ why }) => why !== undefined);
  if (done.length === 0) return void say(t('There is nothing to restore.'));
  if (failed.length > 0)
    return void say(failed.map(({ path, why }) => t('Not restored: {0}: {1}', path, why ?? '')).join('\n'));
  vscode.window.setStatusBarMessage(t('Lockside: {0} restored', done.map(({ path }) => path).join(', ')), 8000);
}

async function restoreAll(lock: AgentLock): Promise<void> {
  const state = await lock.look();
  if (!state?.isKept) return void say(vscode.l10n.t('There is no {0} here: nothing was approved yet.', lockPath));
  if (state.faults.length > 0) return void tellFaults(state);
  await restoreAfterClick(lock);
}

function tellFaults({ faults }: LockState): void {
  say(faults.map(({ where, message }) => `${where ?? lockPath}: ${message}`).join('\n'));
}

function say(text: string): void {
  void vscode.window.showWarningMessage(text);
}

function key(change: Change): string {
  return keyOf(subjectOf(change));
}

function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'change' in value && ('thing' in value || 'before' in value);
}
