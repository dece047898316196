import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type Change, changesOf } from '../../agents/lock/changes';
import type { Lock, Thing } from '../../agents/lock/lock';
import { extensionThing } from '../../agents/lock/workspaceThings';
import { settings as names } from '../../contributes';
import { lockedFolder, lockPath } from '../../core/lockPlaces';
import type { Fault } from '../../core/model';
import { isTable, texts } from '../../core/untyped';
import { findRoot } from '../../io/findRoot';
import { stateFolder } from '../../io/stateFolder';
import { type LockWorld, lockedThingsInSteps } from '../../project/lockedThings';
import { readWorkspaceLock } from '../../project/readWorkspaceLock';
import { seenLists, wasLookedFor } from '../../project/seenLists';
import type { Parts } from '../parts';
import { today } from '../workspaceSettings';
import { type AgentReadings, openFolders } from './agentReadings';
import { inSlices } from './inSlices';

/** How a workspace stands to its lock. */
export interface LockState {
  readonly world: LockWorld;
  /** Without entries where there is none yet. */
  readonly lock: Lock;
  readonly isKept: boolean;
  readonly things: readonly Thing[];
  readonly changes: readonly Change[];
  /** Why nothing can be said: the lock, or a file that it is about, can't be read. */
  readonly faults: readonly Fault[];
}

export interface AgentLock extends vscode.Disposable {
  /** As it was last looked at; undefined where no folder is open or no lock is kept. */
  state(): LockState | undefined;
  /** Looks now; undefined where no folder of this machine is open. `extensions` where their versions shall be locked as well. */
  look(extensions?: boolean): Promise<LockState | undefined>;
  readonly onDidChange: vscode.Event<void>;
}

/** Compares the workspace with its lock, where it keeps one, whenever something that an agent reads has changed. */
export function createAgentLock(parts: Parts, readings: AgentReadings): AgentLock {
  const changed = new vscode.EventEmitter<void>();
  let current: LockState | undefined;
  let run = 0;
  const look = async (extensions = false) => {
    const own = ++run;
    const state = await lookNow(parts, extensions);
    if (own !== run) return state;
    current = state?.isKept ? state : undefined;
    changed.fire();
    return state;
  };
  const again = () => {
    const root = rootOf();
    if (current || (root !== undefined && readWorkspaceLock(root) !== undefined))
      look().catch(error => parts.log.error(`lock: ${error}`));
  };
  const seen = join(stateFolder(), 'mcp-tools');
  mkdirSync(seen, { recursive: true, mode: 0o700 });
  const watchers = [
    vscode.workspace.createFileSystemWatcher(`**/{${lockPath},${lockedFolder}/*}`),
    // What the proxy has seen servers list.
    vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.file(seen), '**/*.json')),
  ];
  const subscriptions = vscode.Disposable.from(
    changed,
    ...watchers,
    ...watchers.flatMap(one => [one.onDidChange(again), one.onDidCreate(again), one.onDidDelete(again)]),
    readings.onDidChange(again),
    vscode.extensions.onDidChange(again),
  );
  return {
    state: () => current,
    look,
    onDidChange: changed.event,
    dispose() {
      run++;
      subscriptions.dispose();
    },
  };
}

/** The lock is about one folder: the root that the first open one lies in. */
export function rootOf(): string | undefined {
  const [folder] = openFolders();
  if (folder === undefined) return undefined;
  const root = findRoot(folder);
  // Whoever keeps their whole home in git works in a folder of it all the same.
  return root === homedir() ? folder : root;
}

const megabyte = 1024 * 1024;

async function lookNow(parts: Parts, extensions: boolean): Promise<LockState | undefined> {
  const root = rootOf();
  if (root === undefined) return undefined;
  const maximumFileSize = parts.settings.value<number>(names.maximumFileSize) * megabyte;
  const world: LockWorld = { root, guard: parts.guard, today: today(), maximumFileSize };
  const lists = seenLists(stateFolder(), root);
  const found = await inSlices(lockedThingsInSteps(world, lists), () => false);
  if (!found) return undefined;
  const read = readWorkspaceLock(root);
  const lock = read?.lock ?? { entries: [] };
  const hasExtensions = extensions || lock.entries.some(({ kind }) => kind === 'extension');
  const things = hasExtensions ? [...found.things, ...extensionThings()] : found.things;
  const servers = new Set(lists.map(({ server }) => server ?? 'server'));
  const faults = [...found.faults, ...(read?.fault ? [read.fault] : [])];
  const changes = read?.fault ? [] : changesOf(lock, things, entry => wasLookedFor(entry, servers));
  return { world, lock, isKept: read !== undefined, things, changes, faults };
}

/** The extensions that a person has installed, by VS Code's own list. */
function extensionThings(): Thing[] {
  return vscode.extensions.all
    .filter(
      ({ packageJSON, id }) => isTable(packageJSON) && packageJSON.isBuiltin !== true && !id.startsWith('vscode.'),
    )
    .map(({ id, packageJSON }) => extensionThing(id, String(packageJSON.version), bringsOf(packageJSON)));
}

function bringsOf(manifest: Readonly<Record<string, unknown>>): string[] {
  return [...texts(manifest.extensionDependencies), ...texts(manifest.extensionPack)].map(id => id.toLowerCase());
}
