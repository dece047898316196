import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Installs the servers of `servers.json` from their registries into `out/tools`, without their install scripts, starts each with
 * dummy credentials, asks it what it has, and keeps the answers there: definitions are their authors' text and don't belong in the
 * repository. What is there already isn't done again.
 */
const folder = resolve('out/tools');
const listed = join(folder, 'listed');

interface Server {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The program, where the package has several. */
  readonly run?: string;
}

export interface Listed {
  readonly server: string;
  readonly tools: readonly unknown[];
  readonly prompts?: readonly unknown[];
  readonly resources?: readonly unknown[];
}

/** What the judge may be made better on, what it was measured on once, and what was collected after it was settled. */
export type Group = 'tuned' | 'heldOut' | 'fresh' | 'last';

/** What was collected before of one group of servers. */
export function readListed(group: Group): Listed[] {
  const { npm, pypi } = servers()[group];
  return Object.keys({ ...npm, ...pypi })
    .map(fileOf)
    .filter(file => existsSync(file))
    .map(file => JSON.parse(readFileSync(file, 'utf8')) as Listed);
}

function fileOf(name: string): string {
  return join(listed, `${name.replaceAll('/', '+')}.json`);
}

export async function collectTools(groups: readonly Group[] = ['tuned', 'heldOut', 'fresh', 'last']): Promise<void> {
  mkdirSync(listed, { recursive: true });
  for (const group of groups) {
    const { npm, pypi } = servers()[group];
    for (const [name, server] of Object.entries(npm)) await collect(name, server, installNpm);
    for (const [name, server] of Object.entries(pypi)) await collect(name, server, installPython);
  }
}

interface Registries {
  readonly npm: Readonly<Record<string, Server>>;
  readonly pypi: Readonly<Record<string, Server>>;
}

function servers(): Readonly<Record<Group, Registries>> {
  return JSON.parse(readFileSync(new URL('servers.json', import.meta.url), 'utf8'));
}

type Install = (name: string, at: string, server: Server) => { command: string[]; env?: Record<string, string> };

async function collect(name: string, server: Server, install: Install): Promise<void> {
  const file = fileOf(name);
  if (existsSync(file)) return;
  try {
    const at = join(folder, 'servers', name.replaceAll('/', '+'));
    mkdirSync(join(at, 'home'), { recursive: true });
    const { command, env } = install(name, at, server);
    const answers = await ask([...command, ...(server.args ?? [])], join(at, 'home'), { ...env, ...server.env });
    writeFileSync(file, JSON.stringify({ server: name, ...answers }));
    console.log(`${name}: ${answers.tools.length} tools`);
  } catch (error) {
    console.log(`${name}: ${String(error).slice(0, 200)}`);
  }
}

function installNpm(name: string, at: string, { run }: Server) {
  const place = join(at, 'node_modules', name);
  if (!existsSync(place)) {
    writeFileSync(join(at, 'package.json'), '{"private":true}');
    work('npm', ['install', '--ignore-scripts', '--no-save', '--loglevel=error', name], at);
  }
  const { bin } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const program = typeof bin === 'string' ? bin : (bin[run ?? ''] ?? (Object.values(bin)[0] as string));
  return { command: [process.execPath, join(place, program)] };
}

function installPython(name: string, at: string, { run }: Server) {
  const place = join(at, 'packages');
  if (!existsSync(place)) work('pip', ['install', '--quiet', '--target', place, name], at);
  return { command: [join(place, 'bin', run ?? name)], env: { PYTHONPATH: place } };
}

function work(command: string, args: readonly string[], cwd: string): void {
  const ran = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 240_000 });
  if (ran.status !== 0) throw new Error(`${command}: ${ran.stderr.slice(-160)}`);
}

/** One session over stdio: initialize, then every list, page by page. */
async function ask(command: readonly string[], home: string, env: Readonly<Record<string, string>>) {
  const child = spawn(command[0] as string, command.slice(1), {
    cwd: home,
    detached: true,
    env: { PATH: process.env.PATH, HOME: home, ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  try {
    const request = createClient(child);
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'bench', version: '1' } };
    await request('initialize', params);
    child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
    const all = async (kind: string) => {
      const found: unknown[] = [];
      let cursor: unknown;
      do {
        const page = await request(`${kind}/list`, cursor ? { cursor } : {});
        found.push(...((page[kind] as unknown[]) ?? []));
        cursor = page.nextCursor;
      } while (cursor && found.length < 5_000);
      return found;
    };
    const none = () => [];
    return {
      tools: await all('tools'),
      prompts: await all('prompts').catch(none),
      resources: await all('resources').catch(none),
    };
  } finally {
    if (child.pid) endGroup(child.pid);
  }
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function createClient(child: ChildProcess) {
  let rest = '';
  let id = 0;
  const waiting = new Map<unknown, (message: Record<string, unknown>) => void>();
  child.stdin?.on('error', () => undefined);
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      try {
        const message = JSON.parse(line) as Record<string, unknown>;
        waiting.get(message.id)?.(message);
      } catch {
        // Some servers log to standard output.
      }
    }
  });
  return (method: string, params: unknown) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const own = ++id;
      const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), 40_000);
      child.once('error', reject);
      child.once('exit', code => reject(new Error(`${method}: ended with ${code}`)));
      waiting.set(own, message => {
        clearTimeout(timer);
        if (message.error) reject(new Error(`${method}: ${JSON.stringify(message.error).slice(0, 120)}`));
        else resolve((message.result ?? {}) as Record<string, unknown>);
      });
      child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', id: own, method, params })}\n`);
    });
}
