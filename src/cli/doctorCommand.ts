import { launchClients } from '../agents/launch/launch';
import type { Launch, Refused } from '../agents/launch/launchClient';
import { readConfig } from '../agents/launch/readConfig';
import { hookLines } from '../agents/setup/hookFile';
import { type Channel, channels } from '../agents/setup/hookProbes';
import type { HookSetup } from '../agents/setup/hookSetup';
import { hookFile } from '../agents/setup/scripts';
import { clientOf, hookSetupOf, type SetupState, setupNames, setupState } from '../agents/setup/setup';
import { printable } from '../core/printable';
import { findRoot } from '../io/findRoot';
import { isPublished } from '../io/git';
import { write } from '../io/output';
import { openSetupWorld } from '../io/setupFiles';
import { makeCanaryFolder } from './doctor/canaryFolder';
import { codexTrust } from './doctor/codexTrust';
import { probeGateway } from './doctor/probeGateway';
import { probeHooks } from './doctor/probeHooks';
import { runProgram } from './doctor/runProgram';
import { ownFile } from './setupCommand';

export interface ChannelReport {
  readonly channel: Channel;
  readonly state: 'guarded' | 'partly' | 'not';
  readonly why: string;
}

export interface ClientReport {
  readonly name: string;
  readonly title: string;
  readonly version: string | undefined;
  readonly channels: readonly ChannelReport[];
}

/**
 * Says of each client that is installed what of it is guarded, after sending canaries on the ways that are set up. Ends with 1 where a
 * way out of one isn't guarded.
 */
export async function doctorCommand(names: readonly string[], { json = false }: { json?: boolean }): Promise<number> {
  const unknown = names.find(name => !clientOf(name));
  if (unknown !== undefined) throw new Error(`there is no client "${unknown}"; there are: ${setupNames().join(', ')}`);
  const world = openSetupWorld(ownFile());
  const root = findRoot(process.cwd());
  const folder = await makeCanaryFolder(root);
  try {
    const asked = names.length > 0 ? names : setupNames();
    const states = asked.map(name => setupState(world, name)).filter(({ present }) => present);
    const gateway = states.some(({ launcher }) => launcher) ? await gatewayFaults(folder.path) : [];
    const clients: ClientReport[] = [];
    for (const state of states) clients.push(await examine(state, { world, root, cwd: folder.path, gateway }));
    const keyless = folder.keyless;
    const text = json ? `${JSON.stringify({ clients, keyless }, null, 2)}\n` : reportOf(clients, keyless);
    await write(process.stdout, text);
    return clients.every(isGuarded) ? 0 : 1;
  } finally {
    folder.remove();
  }
}

interface Parts {
  readonly world: ReturnType<typeof openSetupWorld>;
  readonly root: string;
  readonly cwd: string;
  readonly gateway: readonly string[];
}

/** What an answer carries goes to the person and not out, so it doesn't count. */
function isGuarded({ channels: all }: ClientReport): boolean {
  return all.every(({ channel, state }) => state === 'guarded' || channel === 'answers');
}

async function gatewayFaults(cwd: string): Promise<string[]> {
  try {
    return await probeGateway(cwd);
  } catch (error) {
    return [`the gateway could not be tried: ${error instanceof Error ? error.message : 'unknown fault'}`];
  }
}

async function examine(state: SetupState, parts: Parts): Promise<ClientReport> {
  const version = state.program === undefined ? undefined : await versionOf(state.program, parts.cwd);
  const byGateway = state.launcher ? await launcherFault(state, parts) : 'not set up';
  const byHooks = state.hooks === 'none' || state.hooks === 'impossible' ? undefined : await hookFaults(state, parts);
  const elsewhere = await turnedAway(state, parts);
  const report = channels.map((channel): ChannelReport => {
    if (byGateway === undefined)
      return { channel, state: 'guarded', why: 'it goes through a gateway, which held a canary back and gave it back' };
    const fault = byHooks?.(channel);
    if (byHooks && fault === undefined) return hookGuards(channel, elsewhere);
    return { channel, state: 'not', why: whyNot(state, fault, byGateway) };
  });
  return { name: state.name, title: state.title, version, channels: report };
}

function hookGuards(channel: Channel, elsewhere: string | undefined): ChannelReport {
  if (elsewhere !== undefined) return { channel, state: 'partly', why: `its hooks work, but ${elsewhere}` };
  if (channel === 'answers')
    return { channel, state: 'partly', why: 'hooks see no answers: placeholders stay in them, and so do links' };
  const why = channel === 'toolInputs' ? 'its hook put no value into what goes out' : 'its hook held a canary back';
  return { channel, state: 'guarded', why };
}

function whyNot({ name, launcher }: SetupState, hooks: string | undefined, gateway: string): string {
  const reasons = [hooks, launcher ? gateway : undefined].filter(reason => reason !== undefined);
  return reasons.length > 0 ? reasons.join('; ') : `nothing guards it: lockside setup ${name}`;
}

async function versionOf(program: string, cwd: string): Promise<string | undefined> {
  const { out } = await runProgram(program, ['--version'], { cwd, patience: 15_000 });
  return /\d+\.\d+(?:[\w.-]*\w)?/.exec(out)?.[0];
}

/** Why a launcher doesn't guard: it isn't the one that is started, something turns the client elsewhere, or the gateway leaks. */
async function launcherFault(
  { name, first }: SetupState,
  { world, root, gateway }: Parts,
): Promise<string | undefined> {
  if (!first) return `its launcher is not the first "${clientOf(name)?.program}" on the PATH`;
  const plan = await planLaunch(name, world, root);
  return 'refused' in plan ? plan.refused : gateway[0];
}

/** Where a repository sends the client elsewhere: no hook sees that. */
async function turnedAway({ name }: SetupState, { world, root }: Parts): Promise<string | undefined> {
  const plan = await planLaunch(name, world, root);
  return 'refused' in plan && plan.elsewhere ? plan.refused : undefined;
}

function planLaunch(name: string, { env, home, read }: Parts['world'], root: string): Promise<Launch | Refused> {
  const client = launchClients.find(({ names }) => names.includes(name));
  if (!client) return Promise.resolve({ refused: 'it has no launcher' });
  return client.plan({
    ...{ env, args: [], home, root, passing: root, read, isPublished },
    route: async wire => `http://127.0.0.1:1/${wire}`,
  });
}

/** What is wrong with hooks, by channel; first what holds for all of them. */
async function hookFaults({ name, program, hooks }: SetupState, { world, root, cwd }: Parts) {
  const hook = hookSetupOf(clientOf(name)!)!;
  const file = hookFile(hook, world);
  if (hook.plugin) return () => 'its plugin stands before tools alone; its launcher guards the rest';
  const off = await whyOff(hook, { world, root, file });
  if (off !== undefined) return () => off;
  if (name === 'codex') {
    const untrusted = program
      ? await codexTrust(program, root)
      : 'no codex on the PATH says whether it trusts the hooks';
    if (untrusted !== undefined) return () => untrusted;
  }
  const faults = await probeHooks(name, hookLines(world.read(file), hook), cwd);
  const stale = hooks === 'stale' ? ` (set up it anew: lockside setup ${name})` : '';
  return (channel: Channel) => (faults[channel] === undefined ? undefined : faults[channel] + stale);
}

async function whyOff(
  hook: HookSetup,
  { world, root, file }: Pick<Parts, 'world' | 'root'> & { file: string },
): Promise<string | undefined> {
  for (const place of [file, ...hook.switches(world, root)]) {
    const why = hook.turnedOff(readConfig(place, world.read(place)));
    if (why) return `hooks are turned off: in ${place}, ${why}`;
  }
  return undefined;
}

const words = {
  prompt: 'prompt',
  files: 'files that it reads',
  shell: 'output of tools',
  toolInputs: 'inputs of tools',
  answers: 'answers',
};

function reportOf(clients: readonly ClientReport[], keyless: string | undefined): string {
  const lines = clients.flatMap(({ title, version, channels: all }) => [
    `${title}${version ? ` ${version}` : ''}`,
    ...(all.every(({ why }) => why === all[0]?.why)
      ? [`  ${'everything'.padEnd(20)} ${all[0]?.state.padEnd(8)} ${all[0]?.why}`]
      : all.map(({ channel, state, why }) => `  ${words[channel].padEnd(20)} ${state.padEnd(8)} ${why}`)),
  ]);
  if (clients.length === 0) lines.push('No AI client that Lockside knows is installed here.');
  if (keyless !== undefined) lines.push(`No key can be kept here, so hooks block what they would redact: ${keyless}`);
  return `${lines.map(printable).join('\n')}\n`;
}
