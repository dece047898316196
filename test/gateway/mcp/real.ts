import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {
  CreateMessageRequestSchema,
  ElicitRequestSchema,
  ListRootsRequestSchema,
  ResultSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { sample } from '../../../src/core/detectors/sample';
import { freePort } from '../../loopback';
import { heavy } from './heavy';
import { type Script, type ScriptWorld, type Step, scripts } from './realScripts';

/**
 * Runs the official SDK's client with real servers from the registries, straight and through `lockside mcp`, method by method. What
 * the two heard has to be the same once placeholders are put back by `lockside restore` and Lockside's own notices are left out; of the
 * planted canaries none may arrive. Prints a table; exits with 1 where anything differs. `--only NAME` runs one of them.
 */
const root = resolve(import.meta.dirname, '../../..');
const cli = join(root, 'dist/cli.js');
const place = join(root, 'out/mcp');
const only = process.argv[process.argv.indexOf('--only') + 1];

async function main(): Promise<number> {
  install();
  let [passed, failed] = [0, 0];
  process.stdout.write(
    'server        transport             methods  steps  equal  changed  asked  canaries direct → proxied\n',
  );
  for (const script of scripts) {
    if (process.argv.includes('--only') && script.name !== only) continue;
    // A server behind an address is reached by stdio as well, as `lockside mcp setup` has it.
    for (const transport of script.transports.flatMap(one => (one === 'stdio' ? [one] : [one, `${one}${byStdio}`]))) {
      const { faults, row, questions } = await compare(script, transport);
      process.stdout.write(`${script.name.padEnd(13)} ${transport.padEnd(21)} ${row}\n`);
      if (process.argv.includes('--questions')) for (const one of questions) process.stdout.write(`  asked: ${one}\n`);
      for (const fault of faults) process.stdout.write(`  FAILED ${fault}\n`);
      passed += faults.length === 0 ? 1 : 0;
      failed += faults.length === 0 ? 0 : 1;
    }
  }
  if (!process.argv.includes('--only') || only === 'heavy') {
    const done = await heavy(line => process.stdout.write(`${line}\n`));
    passed += done.passed;
    failed += done.failed;
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

const byStdio = ' → stdio';

/** The newest of each, kept in a folder that git ignores. */
function install(): void {
  mkdirSync(place, { recursive: true });
  const wanted = ['filesystem', 'memory', 'everything'].map(name => `@modelcontextprotocol/server-${name}`);
  if (!existsSync(join(place, 'node_modules/@playwright/mcp'))) {
    writeFileSync(join(place, 'package.json'), '{"private":true}');
    const npm = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...wanted, '@playwright/mcp'];
    execFileSync('npm', npm, { cwd: place, stdio: 'inherit' });
  }
  if (existsSync(join(place, 'py/bin/mcp-server-sqlite'))) return;
  execFileSync('python3', ['-m', 'venv', join(place, 'py')], { stdio: 'inherit' });
  execFileSync(join(place, 'py/bin/pip'), ['install', '-q', 'mcp<2', 'mcp-server-git', 'mcp-server-sqlite'], {
    stdio: 'inherit',
  });
}

interface Heard {
  /** What came of each step. */
  readonly steps: unknown[];
  /** What the server asked, and what it told. */
  readonly asked: unknown[];
  readonly told: unknown[];
  readonly questions: string[];
  /** All of it as the client got it. */
  readonly raw: string;
}

async function compare(
  script: Script,
  transport: string,
): Promise<{ faults: string[]; row: string; questions: readonly string[] }> {
  const canaries = Array.from({ length: 6 }, (_, i) =>
    sample('ghp_{alnum:30}{crc62:6}', randomBytes(3).readUIntBE(0, 3) + i),
  );
  const runs = [];
  for (const proxied of [false, true]) runs.push(await run(script, transport, proxied, canaries));
  const [direct, proxied] = runs as [Run, Run];
  const faults: string[] = [];
  let [equal, changed] = [0, 0];
  for (const [i, step] of script.steps(direct.world).entries()) {
    const name = `${i + 1} ${step.method} ${String(step.params?.name ?? step.params?.uri ?? '')}`;
    const [one, two] = [direct.heard.steps[i], proxied.restored.steps[i]];
    const same = step.refused
      ? step.refused.test(String((two as { message?: unknown }).message))
      : step.progress
        ? isSameProgress(one, two)
        : isDeepStrictEqual(step.loose ? shapeOf(one) : one, step.loose ? shapeOf(two) : two);
    if (isDeepStrictEqual(one, proxied.plain.steps[i])) equal++;
    else changed++;
    if (!same) faults.push(`${name}\n    direct  ${shown(one, two)}\n    proxied ${shown(two, one)}`);
    if (step.asks && proxied.heard.questions.length === 0) faults.push(`${name}: nobody was asked`);
    const fault = proxied.proofs[i];
    if (fault) faults.push(`${name}: ${fault}`);
  }
  if (!isDeepStrictEqual(unique(direct.heard.asked), unique(proxied.restored.asked)))
    faults.push(
      `what the server asked\n    direct  ${shown(direct.heard.asked, proxied.restored.asked)}\n    proxied ${shown(proxied.restored.asked, direct.heard.asked)}`,
    );
  const kinds = (heard: Heard) => [...new Set(heard.told.map(it => (it as { method: string }).method))].sort();
  if (!isDeepStrictEqual(kinds(direct.heard), kinds(proxied.heard)))
    faults.push(`notifications: ${kinds(direct.heard)} and ${kinds(proxied.heard)}`);
  const count = (text: string) => canaries.filter(one => text.includes(one)).length;
  if (count(proxied.heard.raw) > 0) faults.push(`${count(proxied.heard.raw)} canaries arrived`);
  const methods = new Set([...script.steps(direct.world).map(({ method }) => method), 'initialize']).size;
  const cells = [methods, direct.heard.steps.length, equal, changed, proxied.heard.questions.length];
  return {
    faults,
    questions: proxied.heard.questions,
    row: `${cells.map((cell, i) => String(cell).padStart([7, 6, 6, 8, 6][i]!)).join(' ')}  ${count(direct.heard.raw)} → ${count(proxied.heard.raw)}`,
  };
}

interface Run {
  readonly world: ScriptWorld;
  readonly heard: Heard;
  /** What is wrong with what the server did, by steps. */
  readonly proofs: readonly (string | undefined)[];
  /** Without what differs from run to run, and without notices; then with placeholders put back as well. */
  readonly plain: Heard;
  readonly restored: Heard;
}

async function run(script: Script, transport: string, proxied: boolean, canaries: readonly string[]): Promise<Run> {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'lockside-mcp-')));
  const folder = join(base, 'work');
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  const web = await serveWeb(script, canaries);
  const world: ScriptWorld = { folder, place, canaries, web: web.url };
  script.prepare?.(world);
  const env = {
    ...(process.env as Record<string, string>),
    ...{
      LOCKSIDE_STATE: join(base, 'state'),
      LOCKSIDE_USER_SETTINGS: '',
      LOCKSIDE_KEY: randomBytes(32).toString('base64'),
    },
    ...script.env?.(world),
  };
  const command = script.command(world);
  const opened =
    transport === 'stdio'
      ? openStdio(command, folder, env, proxied)
      : await openHttp(transport, command, folder, env, proxied);
  try {
    const heard = await listen(script, world, opened.transport);
    const plain = steady(heard, world, opened.ports);
    const restored = proxied ? restore(plain, folder, env) : plain;
    const proofs = script.steps(world).map(step => step.proves?.(world));
    return { world, heard: { ...plain, raw: heard.raw }, plain, restored, proofs };
  } finally {
    await opened.close();
    web.stop();
    rmSync(base, { recursive: true, force: true });
  }
}

async function serveWeb(script: Script, canaries: readonly string[]) {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(script.page?.(canaries) ?? '');
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

type Transport = StdioClientTransport | StreamableHTTPClientTransport | SSEClientTransport;

interface Opened {
  readonly transport: Transport;
  readonly ports: readonly string[];
  close(): Promise<void>;
}

function openStdio(command: readonly string[], cwd: string, env: Record<string, string>, proxied: boolean): Opened {
  const [program = '', ...args] = proxied
    ? [process.execPath, cli, 'mcp', '--name', 'real', '--', ...command]
    : command;
  const transport = new StdioClientTransport({ command: program, args, cwd, env, stderr: 'ignore' });
  return { transport, ports: [], close: () => transport.close() };
}

async function openHttp(
  transportName: string,
  command: readonly string[],
  cwd: string,
  env: Record<string, string>,
  proxied: boolean,
): Promise<Opened> {
  const kind = transportName.replace(byStdio, '');
  const port = await freePort();
  const [program = '', ...args] = [...command, kind];
  const children = [spawn(program, args, { cwd, env: { ...env, PORT: String(port) }, stdio: 'ignore' })];
  const own = `http://127.0.0.1:${port}/${kind === 'sse' ? 'sse' : 'mcp'}`;
  await reachable(own);
  let url = own;
  if (proxied && transportName !== kind) {
    const args = [cli, 'mcp', '--name', 'real', '--stdio', `--was=url:${kind}`];
    const there = { ...env, LOCKSIDE_MCP_URL: own };
    const transport = new StdioClientTransport({ command: process.execPath, args, cwd, env: there, stderr: 'ignore' });
    const close = async () => {
      await transport.close();
      for (const child of children) child.kill();
    };
    return { transport, ports: [String(port)], close };
  }
  if (proxied) {
    const proxy = spawn(process.execPath, [cli, 'mcp', '--name', 'real', '--http', own], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(proxy as ChildProcess);
    url = await new Promise<string>(done => proxy.stdout!.once('data', (text: Buffer) => done(text.toString().trim())));
  }
  const transport =
    kind === 'sse' ? new SSEClientTransport(new URL(url)) : new StreamableHTTPClientTransport(new URL(url));
  const close = async () => {
    if ('terminateSession' in transport) await transport.terminateSession().catch(() => undefined);
    await transport.close();
    for (const child of children) child.kill();
  };
  return { transport, ports: [String(port)], close };
}

async function reachable(url: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const answer = await fetch(url, { method: 'OPTIONS' }).catch(() => undefined);
    if (answer) return;
    await sleep(50);
  }
  throw new Error(`${url} does not answer`);
}

async function listen(script: Script, world: ScriptWorld, transport: Transport): Promise<Heard> {
  const heard = { steps: [] as unknown[], asked: [] as unknown[], told: [] as unknown[], questions: [] as string[] };
  const raw: string[] = [];
  const client = new Client(
    { name: 'test', version: '1' },
    { capabilities: { sampling: {}, elicitation: {}, roots: { listChanged: true } } },
  );
  client.setRequestHandler(CreateMessageRequestSchema, ({ params }) => {
    heard.asked.push({ sampling: params });
    return { model: 'test-model', role: 'assistant', content: { type: 'text', text: 'sampled' } };
  });
  client.setRequestHandler(ListRootsRequestSchema, () => {
    heard.asked.push('roots');
    return { roots: [{ uri: `file://${world.folder}`, name: 'work' }] };
  });
  client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
    if (params.message.startsWith('Lockside asks')) {
      heard.questions.push(params.message);
      return { action: 'accept', content: { allow: 'this time' } };
    }
    heard.asked.push({ elicitation: params });
    return { action: 'accept', content: script.elicited ?? {} };
  });
  client.fallbackNotificationHandler = async notification => void heard.told.push(notification);
  await client.connect(transport);
  const hear = transport.onmessage as (...given: unknown[]) => void;
  transport.onmessage = (...given: unknown[]) => {
    raw.push(JSON.stringify(given[0]));
    hear(...given);
  };
  heard.told.push({
    method: 'initialized',
    capabilities: client.getServerCapabilities(),
    is: client.getServerVersion(),
    says: client.getInstructions(),
  });
  // What a server registers once it knows the client.
  await sleep(300);
  for (const step of script.steps(world)) heard.steps.push(await take(client, step, world, heard.steps));
  await sleep(200);
  await client.close();
  return { ...heard, raw: raw.join('\n') };
}

/** One step; an error is what came of it, too. */
async function take(
  client: Client,
  { method, params, cancels, progress, of }: Step,
  world: ScriptWorld,
  before: readonly unknown[],
): Promise<unknown> {
  const stop = new AbortController();
  const heard: unknown[] = [];
  const own = of ? { ...params, ...of(before, world) } : params;
  try {
    if (method.startsWith('notifications/')) {
      await client.notification({ method, params: own } as never);
      return 'sent';
    }
    if (cancels) setTimeout(() => stop.abort(), cancels);
    const options = {
      signal: stop.signal,
      timeout: 30_000,
      ...(progress ? { onprogress: (it: unknown) => void heard.push(it) } : {}),
    };
    const result = await client.request(
      { method, ...(own ? { params: own } : {}) } as never,
      ResultSchema,
      options as never,
    );
    return progress ? { result, progress: heard } : result;
  } catch (error) {
    const { code, message, data } = error as { code?: unknown; message?: string; data?: unknown };
    return { code, message, data };
  }
}

/** Leaves out what differs from run to run, and what Lockside adds. */
function steady<T>(value: T, { folder, web }: ScriptWorld, ports: readonly string[]): T {
  let text = JSON.stringify(value);
  for (const [from, to] of [
    [folder, '/shop'],
    [web, 'http://web/'],
    ...ports.map(port => [`:${port}`, ':PORT'] as const),
  ] as const)
    text = text.replaceAll(from, to);
  text = text
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/g, 'TIME')
    .replace(/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d+Z/g, 'TIME')
    .replace(/(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} \d\d \d{4} \d\d:\d\d:\d\d GMT\+\d{4} \([^)"]*\)/g, 'TIME')
    .replace(/\b\d{1,2}:\d\d:\d\d(?: [AP]M)?/g, 'TIME')
    .replace(/\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/g, 'UUID')
    .replace(/\b[\da-f]{40}\b|\b[\da-f]{32}\b/g, 'HASH')
    .replace(/\[master [\da-f]{7,10}\]|index [\da-f]{7}\.\.[\da-f]{7}/g, 'HASH');
  return JSON.parse(text, (_key, item: unknown) =>
    Array.isArray(item) ? item.filter(it => !isNotice(it)) : item,
  ) as T;
}

function isNotice(value: unknown): boolean {
  const { text, content } = (value ?? {}) as { text?: unknown; content?: unknown };
  return (
    (typeof text === 'string' && text.startsWith('[Lockside: ')) ||
    (typeof content === 'object' && !Array.isArray(content) && isNotice(content))
  );
}

/** As a person would: by the command line, with the map of the folder. */
function restore(heard: Heard, folder: string, env: Record<string, string>): Heard {
  const text = execFileSync(process.execPath, [cli, 'restore'], {
    cwd: folder,
    env,
    input: JSON.stringify(heard),
    maxBuffer: 64e6,
  });
  return JSON.parse(text.toString('utf8')) as Heard;
}

/**
 * The client drops what comes together with the result, on either side: the one has heard as much of it as the other, or less. Where it
 * connects anew in the middle, with or without a proxy, a server that keeps its events tells those of before once more.
 */
function isSameProgress(one: unknown, two: unknown): boolean {
  const [a, b] = [one, two] as { result: unknown; progress: unknown[] }[];
  const [some, others] = [unique(a!.progress), unique(b!.progress)];
  const both = Math.min(some.length, others.length);
  const same = isDeepStrictEqual(some.slice(0, both), others.slice(0, both));
  return both > 0 && same && isDeepStrictEqual(a!.result, b!.result);
}

/** Each once, in the order of their coming: how often a server looks at the roots depends on when it does. */
function unique(all: readonly unknown[]): unknown[] {
  return [...new Set(all.map(it => JSON.stringify(it)))].map(it => JSON.parse(it) as unknown);
}

/** The kinds of what stands there, for what a server makes up anew each time. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item)]));
}

/** Where two differ first; of a value that was planted nothing is shown. */
function shown(one: unknown, other: unknown): string {
  const [a, b] = [JSON.stringify(one) ?? 'nothing', JSON.stringify(other) ?? 'nothing'];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a.slice(Math.max(0, at - 80), at + 160).replace(/ghp_\w+/g, 'ghp_…');
}

main().then(code => process.exit(code));
