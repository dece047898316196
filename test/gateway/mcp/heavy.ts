import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** What is too heavy for every run of the tests, with the real process: each gives what it came to, or throws. */
export async function heavy(tell: (line: string) => void): Promise<{ passed: number; failed: number }> {
  let [passed, failed] = [0, 0];
  const remote = await serveSmall();
  const all = [
    ...cases.map(([name, work]) => [name, work, undefined] as const),
    ...cases
      .filter(([, , started]) => !started)
      .map(([name, work]) => [`${name}, behind an address`, work, remote.url] as const),
  ];
  for (const [name, work, url] of all) {
    const state = mkdtempSync(join(tmpdir(), 'lockside-heavy-'));
    const link = open(state, url);
    try {
      await link.request('initialize', {
        protocolVersion: '2025-11-25',
        capabilities: {},
        clientInfo: { name: 'h', version: '1' },
      });
      tell(`${name}: ${await work(link)}`);
      passed++;
    } catch (error) {
      tell(`${name}: FAILED ${(error as Error).message}`);
      failed++;
    } finally {
      link.kill();
      rmSync(state, { recursive: true, force: true });
    }
  }
  remote.stop();
  return { passed, failed };
}

/** What the small server in lines does, at an address. */
async function serveSmall() {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { id, method, params } = (body === '' ? {} : JSON.parse(body)) as Answer & {
      params?: { protocolVersion?: string; arguments?: { text?: string; bytes?: number } };
    };
    if (id === undefined) return void response.writeHead(request.method === 'POST' ? 202 : 405).end();
    const { text, bytes } = params?.arguments ?? {};
    const result =
      method === 'initialize'
        ? {
            protocolVersion: params?.protocolVersion,
            capabilities: { tools: {} },
            serverInfo: { name: 's', version: '1' },
          }
        : method === 'tools/list'
          ? { tools: ['echo', 'big'].map(name => ({ name, inputSchema: { type: 'object' } })) }
          : { content: [{ type: 'text', text: bytes === undefined ? text : 'x'.repeat(bytes) }] };
    const headers = { 'content-type': 'application/json', 'mcp-session-id': 's' };
    response.writeHead(200, headers).end(JSON.stringify({ jsonrpc: '2.0', id, result }));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** `started` is set for those that are about the process of a server. */
const cases: readonly (readonly [name: string, work: (link: Link) => Promise<string>, started?: true])[] = [
  [
    '10,000 calls, a hundred at a time',
    async link => {
      for (let i = 0; i < 100; i++) {
        const texts = Array.from({ length: 100 }, (_, j) => `call ${i * 100 + j} says nothing of note`);
        const answers = await Promise.all(texts.map(text => link.call('echo', { text })));
        for (const [j, answer] of answers.entries())
          expect(textOf(answer) === texts[j], `call ${i * 100 + j} got another answer`);
      }
      return 'all answered, each with its own';
    },
  ],
  [
    'a result of 4 MB',
    async link => {
      const answer = await link.call('big', { bytes: 4 * 1024 * 1024 });
      expect(textOf(answer)?.length === 4 * 1024 * 1024, 'it is not whole');
      return 'passed whole';
    },
  ],
  [
    'a text that is too long to be scanned',
    async link => {
      const answer = await link.call('big', { bytes: 20 * 1024 * 1024 });
      const { message = '' } = (answer.error ?? {}) as { message?: string };
      expect(/was not scanned/.test(message), message || 'it passed');
      return `refused: ${message}`;
    },
  ],
  [
    'a result of 100 MB',
    async link => {
      const answer = await link.call('big', { bytes: 100 * 1024 * 1024 });
      const { message = '' } = (answer.error ?? {}) as { message?: string };
      expect(/held this message.*more than 64 MB/.test(message), message || 'it passed');
      expect(textOf(await link.call('echo', { text: 'behind' })) === 'behind', 'what came behind it did not pass');
      return `refused under its own id, with at most ${link.peak()} MB of memory`;
    },
  ],
  ['a server that is killed', link => ends(link, 'kill', {}, 137), true],
  ['half a message at the end', link => ends(link, 'half', { id: 2 }, 3), true],
  [
    'a client that is gone',
    async link => {
      const from = performance.now();
      link.end();
      const code = await link.ended;
      expect(code === 0 && performance.now() - from < 5000, `exit code ${code}`);
      return 'the server ended as well';
    },
  ],
];

async function ends(link: Link, name: string, input: object, expected: number): Promise<string> {
  void link.call(name, input);
  const code = await link.ended;
  expect(code === expected, `exit code ${code}`);
  return `the client hears of it by exit code ${code}`;
}

function expect(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

type Answer = Record<string, unknown>;
type Link = ReturnType<typeof open>;

function textOf({ result }: Answer): string | undefined {
  return (result as { content?: { text?: string }[] } | undefined)?.content?.[0]?.text;
}

function open(state: string, url?: string) {
  const env = {
    ...process.env,
    LOCKSIDE_STATE: state,
    LOCKSIDE_USER_SETTINGS: '',
    LOCKSIDE_KEY: randomBytes(32).toString('base64'),
    ...(url === undefined ? {} : { LOCKSIDE_MCP_URL: url }),
  };
  const server = ['--', process.execPath, join(root, 'test/gateway/mcp/smallServer.mjs')];
  const args = [join(root, 'dist/cli.js'), 'mcp', '--name', 'small', ...(url === undefined ? server : ['--stdio'])];
  const child = spawn(process.execPath, args, { env, cwd: state, stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<unknown, (answer: Answer) => void>();
  let held: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    held.push(chunk);
    if (!chunk.includes('\n')) return;
    const lines = held.join('').split('\n');
    held = [lines.pop() as string];
    for (const line of lines) {
      const answer = JSON.parse(line) as Answer;
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    }
  });
  let last = 0;
  const request = (method: string, params: object) =>
    new Promise<Answer>(done => {
      waiting.set(++last, done);
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: last, method, params })}\n`);
    });
  return {
    request,
    call: (name: string, input: object) => request('tools/call', { name, arguments: input }),
    ended: new Promise<number | null>(done => child.once('close', done)),
    end: () => child.stdin.end(),
    kill: () => child.kill('SIGKILL'),
    /** The most memory it has had, in MB, where the system tells. */
    peak: () => {
      try {
        const [, kb] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
        return Math.round(Number(kb) / 1024);
      } catch {
        return 'unknown';
      }
    },
  };
}
