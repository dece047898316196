import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startPeer } from './gatewayPeer';
import { makeRequest } from './gatewayRequest';
import { median } from './measure';

/**
 * What the gateway costs, beside a proxy that changes nothing and a peer, in the same run: to the first byte of a request of 129
 * KB with 47 values, of the turn after it, for an event of a stream, and with 200 streams at once. `--minutes N` holds these up
 * for so long; `--only requests`, `events`, `streams` or `restarts` measures nothing else. All processes share the machine, so that the differences count, not the figures themselves.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lockside-bench-'));
const minutes = Number(/--minutes[ =](\d+)/.exec(process.argv.join(' '))?.[1] ?? 0);
const only = /--only[ =](\w+)/.exec(process.argv.join(' '))?.[1];
const rounds = 41;
const warmUp = 20;
const children: ChildProcess[] = [];
const agent = new Agent({ keepAlive: true });

void main();

async function main(): Promise<void> {
  try {
    const endpoint = await start(['--import', 'tsx', join(root, 'test/bench/gatewayRoles.ts'), 'endpoint']);
    const pass = await start(['--import', 'tsx', join(root, 'test/bench/gatewayRoles.ts'), 'pass', endpoint.url]);
    mkdirSync(join(folder, 'workspace'));
    const gateway = await startGateway(endpoint.url, 'state');
    const peer = await startPeer(join(root, 'out/peers'), endpoint.url);
    const places: Place[] = [
      { name: 'pass-through', ...pass },
      { name: 'Lockside', ...gateway },
      ...('url' in peer ? [peer] : []),
    ];
    if ('missing' in peer) console.log(`not measured: ${peer.missing}`);
    else children.push(peer.child);
    if (!only || only === 'requests') await firstBytes(places);
    if (!only || only === 'events') await events(places);
    if (!only || only === 'streams') await streams(places, gateway.child);
    if (!only || only === 'restarts') await restarts(endpoint.url);
  } finally {
    for (const child of children) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly name: string;
  readonly url: string;
  readonly child: ChildProcess;
}

/** Milliseconds, or microseconds: of the clock, and of the proxy's processors, which a busy machine doesn't stretch. */
interface Times {
  readonly wall: number[];
  readonly cpu: number[];
}
type Table = Map<string, Times>;

async function measured(table: Table, { name, child }: Place, work: () => Promise<number>, scale = 1): Promise<void> {
  const before = cpuOf(child);
  const wall = await work();
  const times = table.get(name) ?? { wall: [], cpu: [] };
  table.set(name, times);
  times.wall.push(wall * scale);
  times.cpu.push((cpuOf(child) - before) * scale);
}

async function firstBytes(places: readonly Place[]): Promise<void> {
  const turns = {
    'first turn, all of it new': new Map(),
    'the turn after it': new Map(),
    'a new conversation with the same tools': new Map(),
  };
  const [first, next, other] = Object.values(turns) as [Table, Table, Table];
  for (let i = 0; i < warmUp + rounds; i++) {
    if (i === warmUp) for (const table of Object.values(turns)) table.clear();
    for (const [at, place] of places.entries()) {
      const { body } = makeRequest(i * places.length + at);
      const later = { ...body, messages: [...body.messages, ...turn(i)] };
      const fresh = { ...makeRequest(100_000 + i * places.length + at).body, system: body.system, tools: body.tools };
      await measured(first, place, () => timeToFirstByte(place.url, body));
      await measured(next, place, () => timeToFirstByte(place.url, later));
      await measured(other, place, () => timeToFirstByte(place.url, fresh));
    }
  }
  console.log(
    `\nto the first byte of a 129 KB request with 47 values, medians of ${rounds} after ${warmUp} to warm up (ms)`,
  );
  for (const [what, table] of Object.entries(turns)) tell(what, table);
}

function turn(number: number): object[] {
  return [
    { role: 'assistant', content: `That is done, in step ${number}.` },
    { role: 'user', content: `Thanks. Go on with ${number + 1}.` },
  ];
}

async function events(places: readonly Place[]): Promise<void> {
  const many = 20_000;
  const table: Table = new Map();
  const once = async (url: string) => {
    const began = performance.now();
    await readAll(url, many);
    return performance.now() - began;
  };
  for (let i = 0; i < 8; i++) {
    if (i === 1) table.clear();
    for (const place of places) await measured(table, place, () => once(place.url), 1000 / many);
  }
  console.log(`\none stream of ${many} events, medians of 7 (µs an event)`);
  tell('an event', table);
}

async function streams(places: readonly Place[], gateway: ChildProcess): Promise<void> {
  const [atOnce, many] = [200, 400];
  const rates = new Map<string, number[]>();
  const sizes: number[] = [];
  const until = performance.now() + minutes * 60_000;
  for (let i = 0; i < 3 || performance.now() < until; i++) {
    for (const { name, url } of places) {
      const began = performance.now();
      await Promise.all(Array.from({ length: atOnce }, () => readAll(url, many)));
      rates.set(name, [...(rates.get(name) ?? []), (atOnce * many) / (performance.now() - began)]);
    }
    sizes.push(memoryOf(gateway));
  }
  console.log(`\n${atOnce} streams of ${many} events at once (thousand events a second)`);
  const base = median(rates.get('pass-through') ?? []);
  for (const [name, all] of rates)
    console.log(
      `  ${name.padEnd(20)} ${median(all).toFixed(1).padStart(8)}  ${((median(all) / base) * 100).toFixed(0)} %`,
    );
  const third = (at: number) => sizes[Math.floor((sizes.length - 1) * at)]?.toFixed(0);
  console.log(`  memory of the gateway: ${third(0)} MB, ${third(0.5)} MB, ${third(1)} MB over ${sizes.length} rounds`);
}

/** The first request of a client to a gateway that has just been started, as `lockside run` does it, and to one that had time to warm up. */
async function restarts(upstream: string): Promise<void> {
  const table: Table = new Map();
  for (let i = 0; i < 5; i++) {
    if (i === 1) table.clear();
    for (const [when, wait] of Object.entries({ 'at once': 0, 'after 8 s': 8000 })) {
      for (const known of [true, false]) {
        const place = await startGateway(upstream, `state ${when} ${known || i}`);
        await sleep(wait);
        const name = `${when}, prompt and tools ${known ? 'known' : 'new'}`;
        await measured(table, { name, ...place }, () => timeToFirstByte(place.url, clientStart(i)));
        place.child.kill();
        await once(place.child, 'exit');
      }
    }
  }
  console.log('\nthe first request, of 129 KB, after a start; medians of 4 (ms)');
  for (const [name, { wall, cpu }] of table)
    console.log(
      `  ${name.padEnd(36)} ${median(wall).toFixed(1).padStart(9)}, of the processor ${median(cpu).toFixed(1)}`,
    );
}

/** What a client says first: mostly what it says to everybody. */
function clientStart(prompt: number): object {
  const made = [0, 1, 2].map(i => makeRequest(1000 + i).body as unknown as Record<'system' | 'tools', object[]>);
  const tools = made.flatMap(({ tools }, i) => tools.map(tool => ({ ...tool, name: `tool_${i}` })));
  const messages = [{ role: 'user', content: `Look at the tests of part ${prompt}, and mend what fails.` }];
  return { model: 'bench-1', max_tokens: 1000, stream: true, system: made[0]?.system, tools, messages };
}

const secret = randomBytes(32).toString('base64');

function startGateway(upstream: string, state: string) {
  const argv = [join(root, 'dist/cli.js'), 'gateway', '--listen', '127.0.0.1:0', '--open'];
  return start([...argv, '--upstream', `anthropic=${upstream}`], {
    LOCKSIDE_STATE: join(folder, state),
    LOCKSIDE_USER_SETTINGS: '',
    LOCKSIDE_KEY: secret,
  });
}

function tell(what: string, table: Table): void {
  const base = table.get('pass-through') ?? { wall: [], cpu: [] };
  console.log(`  ${what}`);
  for (const [name, { wall, cpu }] of table) {
    const [clock, processor] = [median(wall) - median(base.wall), median(cpu) - median(base.cpu)];
    const added =
      name === 'pass-through' ? '' : `adds ${clock.toFixed(2)}, of the processor's time ${processor.toFixed(2)}`;
    console.log(`    ${name.padEnd(24)} ${median(wall).toFixed(2).padStart(9)}  ${added}`);
  }
}

function ask(url: string, body: object, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const json = Buffer.from(JSON.stringify(body));
  const all = { 'content-type': 'application/json', 'x-api-key': 'key', 'anthropic-version': '2023-06-01', ...headers };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/v1/messages`, {
      method: 'POST',
      agent,
      headers: { ...all, 'content-length': json.length },
    });
    // A server may close an idle connection in the very moment that it is used again.
    const again = (error: Error) => (sent.reusedSocket ? ask(url, body, headers).then(resolve, reject) : reject(error));
    sent.on('response', resolve).on('error', again);
    sent.end(json);
  });
}

async function timeToFirstByte(url: string, body: object): Promise<number> {
  const began = performance.now();
  const response = await ask(url, body);
  await once(response, 'readable');
  const time = performance.now() - began;
  response.resume();
  await once(response, 'end');
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
  return time;
}

async function readAll(url: string, many: number): Promise<void> {
  const body = { model: 'bench-1', max_tokens: 9, stream: true, messages: [{ role: 'user', content: 'go' }] };
  const response = await ask(url, body, { 'x-events': String(many) });
  response.resume();
  await once(response, 'end');
}

/** Milliseconds that all threads of a process have run. */
function cpuOf({ pid }: ChildProcess): number {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const [run = '0'] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
    nanoseconds += Number(run);
  }
  return nanoseconds / 1e6;
}

/** Resident, in MB. */
function memoryOf({ pid }: ChildProcess): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** Starts one of ours; the first line that it prints is its address. */
async function start(argv: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, argv, {
    cwd: argv[0] === '--import' ? root : join(folder, 'workspace'),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return { child, url: line.trim() };
}
