import { basename, dirname, join } from 'node:path';
import { launchClients } from '../launch/launch';
import type { LaunchClient } from '../launch/launchClient';
import { fieldsOf, readConfig } from '../launch/readConfig';
import { claudeCode } from './claudeCode';
import { codex } from './codex';
import { copilotCli } from './copilotCli';
import { cursor } from './cursor';
import { geminiCli } from './geminiCli';
import { addHooks, type HookRecord, hasHooks, hookLines, removeHooks } from './hookFile';
import type { HookSetup, SetupWorld } from './hookSetup';
import { opencode } from './opencode';
import { hookFile, isOurScript, launcher, ownProgram, ownProgramText, startedBy } from './scripts';

/** The clients with hooks that can hold back and rewrite. */
const hookSetups: readonly HookSetup[] = [claudeCode, codex, geminiCli, copilotCli, cursor, opencode];

/** Whom we can guard for good: all that can be started through the gateway, and who has hooks alone. */
type SetupClient = Pick<LaunchClient, 'title' | 'names' | 'program'>;
const onlyHooks: readonly SetupClient[] = [{ title: 'Cursor', names: ['cursor'], program: 'cursor' }];
const setupClients: readonly SetupClient[] = [...launchClients, ...onlyHooks];

/** One file as it is and as it shall be; undefined stands for no file. */
export interface Change {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly executable?: boolean;
  /** Where the file goes: the folder up to which empty ones go with it. */
  readonly upTo?: string;
  /** For a person: what comes in. */
  readonly shown: readonly string[];
}

export type Plan =
  | { readonly changes: readonly Change[]; readonly next: readonly string[] }
  | { readonly error: string };

/** How a client stands. `stale`: hooks of an earlier place of Lockside, or only some of them. */
export interface SetupState {
  readonly name: string;
  readonly title: string;
  readonly program: string | undefined;
  /** Whether it is on this machine; a window may not have the PATH on which its program is, but its folder is at home. */
  readonly present: boolean;
  readonly hooks: 'none' | 'on' | 'stale' | 'off' | 'impossible';
  /** Why they are off. */
  readonly why?: string;
  readonly launcher: boolean;
  /** Whether our launcher is found before the client's own program. */
  readonly first: boolean;
}

/** What guards a client for good: its hooks where it has any, else (or when `gateway` says so) a launcher of its name. */
export function planSetup(world: SetupWorld, name: string, gateway: boolean): Plan {
  const client = clientOf(name);
  if (!client) return noClient(name);
  const hook = gateway ? undefined : hookSetupOf(client);
  if (!isPresent(world, client, hook))
    return { error: `${client.title} is not installed: no "${client.program}" on the PATH` };
  if (!hook && onlyHooks.includes(client))
    return { error: `${client.title} can't be started through the gateway; set its hooks up without --gateway` };
  const own = scriptChange(world, ownProgram(world), ownProgramText(world));
  const rest = hook ? planGuard(world, client, hook) : planLauncher(world, client);
  if ('error' in rest) return rest;
  return { changes: [...own, ...rest.changes], next: rest.next };
}

/** A plugin doesn't see prompts, so that its client is started through the gateway as well. */
function planGuard(world: SetupWorld, client: SetupClient, hook: HookSetup): Plan {
  if (!hook.plugin) return planHooks(world, hook);
  const started = planLauncher(world, client);
  if ('error' in started) return started;
  const file = hookFile(hook, world);
  const before = world.read(file);
  if (before !== undefined && !isOurScript(before))
    return { error: `${file} is not Lockside's, and was left as it is` };
  const after = hook.plugin(ownProgram(world), world.windows);
  const change = { file, before, after, shown: ['plugin: tool.execute.before, tool.execute.after'] };
  return { changes: [...started.changes, ...(before === after ? [] : [change])], next: started.next };
}

/** What takes exactly that out again. */
export function planUndo(world: SetupWorld, name: string): Plan {
  const client = clientOf(name);
  if (!client) return noClient(name);
  const changes: Change[] = [];
  const hook = hookSetupOf(client);
  const records = recordsOf(world);
  if (hook?.plugin) changes.push(...goneChange(world, hookFile(hook, world)));
  else if (hook) changes.push(...undoHooks(world, hook, records));
  const { [client.names[0]!]: _, ...left } = records;
  const { file } = launcher(world, client.program, client.names[0]!);
  changes.push(...goneChange(world, file));
  if (!othersLeft(world, client, left)) changes.push(...goneChange(world, ownProgram(world)));
  return { changes, next: [] };
}

/** Our own program as it should be, where it is in use and starts what is no longer there: an update of Lockside has moved that. */
export function planRefresh(world: SetupWorld): readonly Change[] {
  const file = ownProgram(world);
  const text = world.read(file);
  if (!isOurScript(text)) return [];
  const target = startedBy(text ?? '');
  return target === undefined || world.read(target) === undefined
    ? scriptChange(world, file, ownProgramText(world))
    : [];
}

export function setupState(world: SetupWorld, name: string): SetupState {
  const client = clientOf(name)!;
  const hook = hookSetupOf(client);
  const place = launcher(world, client.program, client.names[0]!);
  return {
    ...{ name: client.names[0]!, title: client.title, program: world.find(client.program) },
    present: isPresent(world, client, hook),
    ...(hook ? hookState(world, hook) : { hooks: 'impossible' as const }),
    launcher: isOurScript(world.read(place.file)),
    first: isFirst(world, client.program),
  };
}

/** All of them by the name that a person calls them. */
export function setupNames(): string[] {
  return setupClients.map(({ names }) => names[0]!);
}

/** The line that puts our folder before the others, for a shell's start file. */
export function pathLine({ bin, windows }: SetupWorld): string {
  return windows ? `setx PATH "${bin};%PATH%"` : `export PATH=${JSON.stringify(bin)}:"$PATH"`;
}

export function hookSetupOf(client: SetupClient): HookSetup | undefined {
  return hookSetups.find(({ name }) => client.names.includes(name));
}

export function clientOf(name: string): SetupClient | undefined {
  return setupClients.find(({ names }) => names.includes(name));
}

function isPresent(world: SetupWorld, client: SetupClient, hook: HookSetup | undefined): boolean {
  return (
    world.find(client.program) !== undefined ||
    (hook !== undefined && !hook.sharesFolder && world.isFolder(hook.folder(world)))
  );
}

function noClient(name: string): Plan {
  return { error: `there is no client "${name}"; there are: ${setupNames().join(', ')}` };
}

function planHooks(world: SetupWorld, hook: HookSetup): Plan {
  const file = hookFile(hook, world);
  const before = world.read(file);
  const wanted = hook.wanted(ownProgram(world), world.windows);
  const next = hook.next ? [hook.next] : [];
  const off = hook.turnedOff(readConfig('settings.json', before));
  if (off) return { error: `${file} turns hooks off (${off}), which is yours to change; or use --gateway` };
  if (before !== undefined && hasHooks(before, wanted)) return { changes: [], next };
  const records = recordsOf(world);
  const old = records[hook.name];
  const cleared = before === undefined ? undefined : removeHooks(before, hook, old?.file === file ? old : undefined);
  const added = addHooks(cleared, wanted);
  if ('error' in added) return { error: `${file} was left as it is: ${added.error}` };
  const folder = old?.folder ?? firstMissing(world, file);
  const record: HookRecord = { file, ...added.record, ...(folder ? { folder } : {}) };
  const shown = hookLines(added.text, hook).map(({ event, line }) => `${event}: ${line}`);
  return {
    changes: [recordsChange(world, { ...records, [hook.name]: record }), { file, before, after: added.text, shown }],
    next,
  };
}

function undoHooks(world: SetupWorld, hook: HookSetup, records: Records): Change[] {
  const record = records[hook.name];
  const file = record?.file ?? hookFile(hook, world);
  const before = world.read(file);
  const changes: Change[] = [];
  const shown = hookLines(before, hook).map(({ event, line }) => `${event}: ${line}`);
  if (before !== undefined && shown.length > 0) {
    const after = removeHooks(before, hook, record);
    changes.push({ file, before, after, shown, ...(record?.folder ? { upTo: record.folder } : {}) });
  }
  const { [hook.name]: ours, ...left } = records;
  return ours ? [...changes, recordsChange(world, left)] : changes;
}

function hookState(world: SetupWorld, hook: HookSetup): Pick<SetupState, 'hooks' | 'why'> {
  const text = world.read(hookFile(hook, world));
  if (hook.plugin) {
    if (!isOurScript(text)) return { hooks: 'none' };
    return { hooks: text === hook.plugin(ownProgram(world), world.windows) ? 'on' : 'stale' };
  }
  if (hookLines(text, hook).length === 0) return { hooks: 'none' };
  const why = hook.turnedOff(readConfig('settings.json', text));
  if (why) return { hooks: 'off', why };
  const wanted = hook.wanted(ownProgram(world), world.windows);
  return { hooks: hasHooks(text ?? '', wanted) && isOurScript(world.read(ownProgram(world))) ? 'on' : 'stale' };
}

function planLauncher(world: SetupWorld, client: SetupClient): Plan {
  const { file, text } = launcher(world, client.program, client.names[0]!);
  const next = isFirst(world, client.program)
    ? []
    : [
        `Put this line at the end of your shell's start file, so that "${client.program}" is the guarded one: ${pathLine(world)}`,
      ];
  const before = world.read(file);
  if (before !== undefined && !isOurScript(before))
    return { error: `${file} is not Lockside's, and was left as it is` };
  return { changes: scriptChange(world, file, text), next };
}

function isFirst({ env, bin, windows, find }: SetupWorld, program: string): boolean {
  const places = (env.PATH ?? '').split(windows ? ';' : ':');
  const ours = places.indexOf(bin);
  const real = find(program);
  return ours >= 0 && (real === undefined || places.slice(0, ours).every(place => place !== dirname(real)));
}

/** A program of ours as it should be; none where it is. */
export function scriptChange(world: SetupWorld, file: string, text: string): Change[] {
  const before = world.read(file);
  return before === text ? [] : [{ file, before, after: text, executable: true, shown: [] }];
}

function goneChange(world: SetupWorld, file: string): Change[] {
  const before = world.read(file);
  return isOurScript(before) ? [{ file, before, after: undefined, upTo: ownFolder(world.bin), shown: [] }] : [];
}

/** With the folder around it, where that is of our name. */
function ownFolder(bin: string): string {
  const around = dirname(bin);
  return /^\.?lockside$/.test(basename(around)) ? around : bin;
}

function othersLeft(world: SetupWorld, but: SetupClient, records: Records): boolean {
  const launchers = launchClients.filter(client => client !== but);
  return (
    Object.keys(records).length > 0 ||
    world.read(mcpRecords(world)) !== undefined ||
    launchers.some(({ program, names }) => isOurScript(world.read(launcher(world, program, names[0]!).file)))
  );
}

/** Where it is kept which files start MCP servers by our program. */
export function mcpRecords({ records }: Pick<SetupWorld, 'records'>): string {
  return join(dirname(records), 'mcp-setup.json');
}

type Records = Readonly<Record<string, HookRecord>>;

/** Nobody but us writes them; what isn't of our shape counts as no record. */
function recordsOf(world: SetupWorld): Records {
  const all = Object.entries(fieldsOf(readConfig('setup.json', world.read(world.records)).hooks));
  return Object.fromEntries(all.filter((entry): entry is [string, HookRecord] => isRecord(entry[1])));
}

function isRecord(value: unknown): value is HookRecord {
  const { file, hash, pieces, made } = fieldsOf(value);
  return typeof file === 'string' && typeof hash === 'string' && Array.isArray(pieces) && Array.isArray(made);
}

function recordsChange(world: SetupWorld, hooks: Records): Change {
  const after = Object.keys(hooks).length > 0 ? `${JSON.stringify({ hooks }, null, 2)}\n` : undefined;
  return { file: world.records, before: world.read(world.records), after, shown: [] };
}

/** The highest folder that is missing for a file. */
function firstMissing(world: SetupWorld, file: string): string | undefined {
  let missing: string | undefined;
  for (let folder = dirname(file); !world.isFolder(folder) && folder !== dirname(folder); folder = dirname(folder))
    missing = folder;
  return missing;
}
