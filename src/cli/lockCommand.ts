import { createInterface } from 'node:readline/promises';
import { type Change, changesOf, describeChange, diffOf } from '../agents/lock/changes';
import type { Lock } from '../agents/lock/lock';
import { judgeTools } from '../agents/toolDefinitions/judgeTools';
import { namesByServer, readToolLists, type ToolList } from '../agents/toolDefinitions/readToolLists';
import { lockPath } from '../core/lockPlaces';
import type { Fault } from '../core/model';
import { printable } from '../core/printable';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { endOnBrokenPipe, write } from '../io/output';
import { readTextFile } from '../io/readTextFile';
import { approveChanges } from '../project/approveChanges';
import { lockedThings } from '../project/lockedThings';
import { readWorkspaceLock } from '../project/readWorkspaceLock';
import { keptIn, restoreLocked } from '../project/restoreLocked';
import { seenLists, wasLookedFor } from '../project/seenLists';

export interface LockOptions {
  /** Writes nothing; tells what differs. */
  readonly check?: boolean;
  /** Puts locked files back: all, or one path. */
  readonly restore?: string | true;
  /** Files with saved answers to `tools/list`. */
  readonly tools?: readonly string[];
  /** Approves without asking. */
  readonly yes?: boolean;
}

/**
 * Shows what differs from the lock, and approves it. Gives the exit code: 0; 1 where `check` found something, or nothing was approved;
 * 2 where something can't be read.
 */
export async function lockCommand(options: LockOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const workspace = openWorkspace({ cwd: process.cwd() });
  const read = readWorkspaceLock(workspace.root);
  if (read?.fault) return fail(`${lockPath}: ${read.fault.message}`);
  if (options.restore !== undefined) return restore(workspace, read?.lock ?? { entries: [] }, options.restore);
  const lists = toolLists(workspace, options);
  if (typeof lists === 'string') return fail(lists);
  const found = lockedThings(workspace, lists);
  if (found.faults.length > 0)
    return fail(found.faults.map(({ where, message }) => `${where ?? ''}: ${message}`).join('\n'));
  if (options.check && !read) return check(workspace, [], `there is no ${lockPath}: "lockside lock" makes one`);
  const lock = read?.lock ?? { entries: [] };
  const servers = new Set(lists.map(({ server }) => server ?? 'server'));
  const changes = changesOf(lock, found.things, entry => wasLookedFor(entry, servers));
  if (options.check) return check(workspace, changes);
  return update(workspace, { lock, changes, lists }, options.yes === true);
}

/** What nobody has approved, or why that can't be said; nothing where no lock is kept. */
export function unapprovedChanges(
  workspace: Workspace,
): { readonly changes: readonly Change[]; readonly faults: readonly Fault[] } | undefined {
  const read = readWorkspaceLock(workspace.root);
  if (!read) return undefined;
  if (read.fault) return { changes: [], faults: [read.fault] };
  const { things, faults } = lockedThings(workspace, []);
  return { changes: changesOf(read.lock, things, entry => wasLookedFor(entry, new Set())), faults };
}

function toolLists(workspace: Workspace, { tools = [] }: LockOptions): ToolList[] | string {
  const lists = seenLists(workspace.stateFolder, workspace.root);
  for (const file of tools) {
    const read = readTextFile(file, workspace.maximumFileSize);
    const own = 'text' in read ? readToolLists(read.text) : undefined;
    if (!own) return `${file}: no answer to tools/list: JSON with a list "tools" is needed`;
    lists.push(...own);
  }
  // What was named last is the newest.
  return [...new Map(lists.map(list => [list.server, list])).values()];
}

async function check(workspace: Workspace, changes: readonly Change[], instead?: string): Promise<number> {
  if (instead) await say(instead);
  await show(workspace, changes, true);
  if (changes.length === 0 && !instead) await say(`${lockPath}: nothing has changed`);
  else if (!instead) await say(`${changes.length} changes are not approved: look at them, then run "lockside lock"`);
  return changes.length === 0 && !instead ? 0 : 1;
}

interface Update {
  readonly lock: Lock;
  readonly changes: readonly Change[];
  readonly lists: readonly ToolList[];
}

async function update(workspace: Workspace, { lock, changes, lists }: Update, yes: boolean): Promise<number> {
  if (changes.length === 0) {
    await say(`${lockPath}: nothing has changed`);
    return 0;
  }
  await show(workspace, changes, lock.entries.length > 0);
  for (const { server, tools } of lists)
    for (const { tool, severity, reason } of judgeTools(server, tools, namesByServer(lists)))
      if (severity === 'error') await say(`beware: tool ${server ?? 'server'}/${tool}: ${reason}`);
  if (!yes && !(await agrees(changes.length))) {
    await say('nothing was approved; --yes approves without asking');
    return 1;
  }
  const { lock: made, by } = await approveChanges(workspace, lock, changes);
  await say(
    `${changes.length} changes approved by ${by}; ${lockPath} has ${made.entries.length} entries: commit it with .lockside/locked`,
  );
  return 0;
}

/** What is new is shown whole, but not where everything is. */
async function show(workspace: Workspace, changes: readonly Change[], whole: boolean): Promise<void> {
  const textOf = keptIn(workspace.root);
  for (const change of changes) {
    await say(describeChange(change));
    if (change.change === 'changed' || (whole && change.change === 'added'))
      for (const line of diffOf(change, textOf)) await say(`    ${line}`);
  }
}

async function agrees(count: number): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`Approve these ${count} changes? [y/N] `);
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

/** Files, and those of skills, as they were approved: what was kept beside the lock, or what git has. */
async function restore(workspace: Workspace, lock: Lock, path: string | true): Promise<number> {
  const { things, faults } = lockedThings(workspace, []);
  let code = faults.length > 0 && path === true ? 2 : 0;
  const done = await restoreLocked(workspace, lock, things, path);
  for (const { path: file, why } of done) {
    await say(why === undefined ? `restored: ${file}` : `not restored: ${file}: ${why}`);
    if (why !== undefined) code = 2;
  }
  if (done.length === 0) await say('nothing to restore');
  const added = changesOf(lock, things, () => false).filter(
    ({ change, thing }) => change === 'added' && thing?.kind === 'file',
  );
  for (const change of added) await say(`${describeChange(change)}: left as it is; delete it if nobody wants it`);
  return code;
}

async function say(text: string): Promise<void> {
  await write(process.stdout, `${text.split('\n').map(printable).join('\n')}\n`);
}

async function fail(message: string): Promise<number> {
  await write(process.stderr, `lockside: ${message.split('\n').map(printable).join('\n')}\n`);
  return 2;
}
