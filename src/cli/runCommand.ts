import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import spawn from 'cross-spawn';
import { launchClients } from '../agents/launch/launch';
import type { Launch, LaunchClient, LaunchWorld, Wire } from '../agents/launch/launchClient';
import { printable } from '../core/printable';
import { readBounded } from '../io/boundedFile';
import { findProgram } from '../io/findProgram';
import { findRoot } from '../io/findRoot';
import { isPublished } from '../io/git';
import { repositoryOf } from '../io/repositoryOf';
import { programFolder } from '../io/stateFolder';
import { checkedUrl } from './gatewayCommand';
import { type OpenedGateway, openGateway } from './openGateway';

/**
 * Starts an AI client whose models are reached through a gateway of this process, and ends with the client's own exit code. What it
 * takes stands in a passing folder and in the client's environment; nothing is left behind.
 */
export async function runCommand(name: string, args: readonly string[]): Promise<number> {
  const client = launchClients.find(({ names }) => names.includes(name));
  if (!client)
    return complain(
      `there is no client "${name}"; there are: ${launchClients.map(({ names }) => names[0]).join(', ')}`,
    );
  const program = findProgram(client.program, programFolder());
  if (program === undefined) return complain(`${client.title} is not installed: no "${client.program}" on the PATH`);
  const passing = mkdtempSync(join(tmpdir(), 'lockside-run-'));
  const gateways = createGateways(process.cwd());
  try {
    const launch = await client.plan(worldOf({ args, passing, route: gateways.route }));
    if ('refused' in launch) return complain(`${client.title} was not started: ${launch.refused}`);
    prepare(launch, passing);
    tell(client, launch, gateways.upstreams());
    const ended = start(program, launch);
    gateways.warmUp();
    return await ended;
  } finally {
    await gateways.close();
    rmSync(passing, { recursive: true, force: true });
  }
}

function complain(message: string): number {
  process.stderr.write(`lockside: ${printable(message)}\n`);
  return 2;
}

/** A gateway for each address that the client would go to; most go to one. */
function createGateways(cwd: string) {
  const token = randomBytes(18).toString('base64url');
  const opened = new Map<string, { url: string; wire: Wire; upstream: string; gateway: OpenedGateway }>();
  return {
    async route(wire: Wire, upstream: string): Promise<string> {
      const key = `${wire} ${upstream}`;
      let one = opened.get(key);
      if (!one) {
        const gateway = await openGateway({
          ...{ cwd, upstreams: { [wire]: checkedUrl(wire, upstream) }, clients: [{ name: 'run', token }] },
          tell: ({ message }) => void complain(message),
        });
        const { url } = await gateway.gateway.listen(0);
        one = { url, wire, upstream, gateway };
        opened.set(key, one);
      }
      return `${one.url}/lockside-${token}/${wire}`;
    },
    upstreams: () => Array.from(opened.values(), ({ upstream }) => upstream),
    /** The client itself takes a while until it asks for something. */
    warmUp() {
      for (const { gateway } of opened.values()) gateway.warmUp();
    },
    close: async () => void (await Promise.all(Array.from(opened.values(), ({ gateway }) => gateway.close()))),
  };
}

function worldOf(given: Pick<LaunchWorld, 'args' | 'passing' | 'route'>): LaunchWorld {
  return {
    ...given,
    env: process.env,
    home: homedir(),
    root: findRoot(process.cwd()),
    read: readConfiguration,
    // Without git nobody says what is the person's own.
    isPublished: async file => repositoryOf(dirname(file), existsSync) === undefined || isPublished(file),
  };
}

/** Where a client would go can't be told by a configuration that can't be read: then it isn't started. */
function readConfiguration(file: string): string | undefined {
  const read = readBounded(file);
  if (read && 'error' in read) throw new Error(`${file}: ${read.error}`);
  return read?.text;
}

/** Shows another folder but for the files that are written: by links, one level after the other down to each file. */
function prepare({ files = {}, mirror }: Launch, passing: string): void {
  if (mirror && existsSync(mirror.of)) link(mirror.of, mirror.folder, Object.keys(files), passing);
  for (const [name, text] of Object.entries(files)) {
    const file = join(passing, name);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  }
}

function link(from: string, to: string, written: readonly string[], passing: string): void {
  mkdirSync(join(passing, to), { recursive: true, mode: 0o700 });
  for (const name of readdirSync(from)) {
    const inside = `${to}/${name}`;
    if (written.includes(inside)) continue;
    if (written.some(file => file.startsWith(`${inside}/`))) link(join(from, name), inside, written, passing);
    else symlinkSync(join(from, name), join(passing, inside));
  }
}

function tell({ title }: LaunchClient, { unguarded = [] }: Launch, upstreams: readonly string[]): void {
  const hosts = [...new Set(upstreams.map(url => new URL(url).host))].join(', ');
  const rest = unguarded.length > 0 ? ` Not guarded: ${unguarded.join('; ')}.` : '';
  process.stderr.write(`lockside: ${title} is guarded on its way to ${printable(`${hosts}.${rest}`)}\n`);
}

async function start(program: string, { args, env }: Launch): Promise<number> {
  const child = spawn(program, args, {
    // Whoever started us as a Node in an editor's program doesn't mean the client.
    ...{ stdio: 'inherit', env: { ...process.env, ...env, ELECTRON_RUN_AS_NODE: undefined } },
  });
  // The terminal sends its signals to both; this process has to stay until the client has ended.
  const pass = (signal: NodeJS.Signals) => void (signal !== 'SIGINT' && child.kill(signal));
  for (const signal of signals) process.on(signal, pass);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
    });
  } finally {
    for (const signal of signals) process.off(signal, pass);
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
