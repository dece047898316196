import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sample } from '../../../src/core/detectors/sample';
import { createMcpHttpProxy, type McpHttpParts } from '../../../src/gateway/mcp/httpProxy';
import { type Json, partsOf } from './rig';

const token = sample('ghp_{alnum:30}{crc62:6}', 31);
const accept = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' };
const text = (id: unknown, said: string) =>
  JSON.stringify({ jsonrpc: '2.0', id, result: { content: [{ type: 'text', text: said }] } });
const call = (name: string, id = 1, input: Json = {}) =>
  JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: input } });

describe('a server that is reached by HTTP', () => {
  it('is answered in JSON and in events, with ids, comments and headers as they were', async () => {
    await withProxy(
      async ({ url, requests }) => {
        const plain = await post(url, call('get'));
        assert.equal(plain.headers.get('x-own'), 'kept');
        assert.equal(unnoted(await plain.text()), text(1, 'GITHUB_TOKEN=SECRET_GITHUB_TOKEN_1'));
        const events = await post(url, call('stream', 2), {
          'mcp-session-id': 's1',
          'mcp-protocol-version': '2025-11-25',
          'last-event-id': '7',
        });
        assert.match(events.headers.get('content-type') ?? '', /event-stream/);
        const same = 'id: 8\nevent: message\ndata: {"jsonrpc":"2.0","method":"notifications/x","params":{}}\n\n';
        const changed = `id: 9\ndata: ${text(2, 'GITHUB_TOKEN=SECRET_GITHUB_TOKEN_1')}\n\n`;
        assert.equal(unnoted(await events.text()), `: still here\n\n${same}${changed}`);
        const { headers } = requests.at(-1)!;
        assert.deepEqual(
          [headers['mcp-session-id'], headers['mcp-protocol-version'], headers['last-event-id']],
          ['s1', '2025-11-25', '7'],
        );
      },
      (body, response) => {
        if (!String(body.params && (body.params as Json).name).startsWith('stream'))
          return void response
            .writeHead(200, { 'content-type': 'application/json', 'x-own': 'kept' })
            .end(text(1, `GITHUB_TOKEN=${token}`));
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(
          ': still here\n\nid: 8\nevent: message\ndata: {"jsonrpc":"2.0","method":"notifications/x","params":{}}\n\n',
        );
        response.end(`id: 9\ndata: ${text(2, `GITHUB_TOKEN=${token}`)}\n\n`);
      },
    );
  });

  it('is asked about by events in the answer to the very call', async () => {
    await withProxy(async ({ url, requests }) => {
      const capabilities = { elicitation: {} };
      const begun = await post(
        url,
        JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'initialize', params: { capabilities } }),
      );
      const session = { 'mcp-session-id': begun.headers.get('mcp-session-id')! };
      await begun.text();
      const response = await post(url, call('delete_all'), session);
      const reader = response.body!.getReader();
      const question = Buffer.from((await reader.read()).value!).toString();
      assert.match(question, /elicitation\/create.*delete_all/);
      assert.equal(requests.length, 1);
      const { id } = JSON.parse(/data: (.*)/.exec(question)![1]!) as { id: string };
      const answer = await post(
        url,
        JSON.stringify({ jsonrpc: '2.0', id, result: { action: 'accept', content: { allow: 'this time' } } }),
        session,
      );
      assert.equal(answer.status, 202);
      const rest = Buffer.from((await reader.read()).value!).toString();
      assert.match(rest, /"id":1,"result"/);
      assert.equal(requests.length, 2, 'the answer went no further');
    });
  });

  it('of the older transport names an address at the proxy, where all else goes by the stream', async () => {
    let stream: ServerResponse | undefined;
    await withProxy(
      async ({ url, base, requests }) => {
        const opened = await fetch(url.replace('/mcp', '/sse'), { headers: { accept: 'text/event-stream' } });
        const reader = opened.body!.getReader();
        const next = async () => Buffer.from((await reader.read()).value!).toString();
        const first = await next();
        const path = /data: (.*)/.exec(first)![1]!;
        assert.ok(path.startsWith('/lockside-') && path.endsWith('/messages?sessionId=1'), path);
        const sent = await post(base + path, call('get', 5));
        assert.equal(sent.status, 202);
        assert.match(await next(), /"id":5.*SECRET_GITHUB_TOKEN_1/);
        const refused = await post(base + path, call('delete_all', 6));
        assert.equal(refused.status, 202);
        assert.match(await next(), /"id":6,"error"/);
        assert.equal(requests.filter(({ method }) => method === 'POST').length, 1);
        await reader.cancel();
      },
      (body, response, request) => {
        if (request.method === 'GET') {
          stream = response;
          return void response
            .writeHead(200, { 'content-type': 'text/event-stream' })
            .write('event: endpoint\ndata: /messages?sessionId=1\n\n');
        }
        response.writeHead(202).end('');
        stream?.write(`event: message\ndata: ${text(body.id, `GITHUB_TOKEN=${token}`)}\n\n`);
      },
    );
  });

  const refused: readonly (readonly [why: string, change: (url: string) => [string, RequestInit], status: number])[] = [
    ['a page of another origin', url => [url, { method: 'POST', headers: { origin: 'https://evil.example' } }], 403],
    [
      'who has no token',
      url => [url.replace(/lockside-[\w-]+/, 'lockside-aaaaaaaaaaaaaaaaaaaaaaaa'), { method: 'POST' }],
      401,
    ],
    ['who leaves it out', url => [url.replace(/\/lockside-[\w-]+/, ''), { method: 'POST' }], 401],
  ];
  for (const [why, change, status] of refused)
    it(`refuses ${why}`, async () => {
      await withProxy(async ({ url, requests }) => {
        const [changed, init] = change(url);
        assert.equal((await fetch(changed, init)).status, status);
        assert.deepEqual(requests, []);
      });
    });

  it('sends nobody to another host, by whatever it answers', async () => {
    await withProxy(
      async ({ url }) => {
        const moved = await fetch(url, { method: 'POST', body: call('a'), headers: accept, redirect: 'manual' });
        assert.equal(moved.status, 502);
        assert.match(await moved.text(), /"id":1,"error"/);
      },
      (_body, response) => void response.writeHead(307, { location: 'https://evil.example/mcp' }).end(),
    );
    await withProxy(
      async ({ url }) => {
        const opened = await fetch(url, { headers: { accept: 'text/event-stream' } });
        await assert.rejects(opened.text());
      },
      (_body, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/event-stream' })
          .write('event: endpoint\ndata: https://evil.example/m\n\n'),
    );
  });

  it('is told of where it gives too much, breaks off or is gone', async () => {
    await withProxy(
      async ({ url }) =>
        assert.match(await (await post(url, call('a', 4))).text(), /"id":4,"error".*held this message/),
      (_body, response) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end(text(4, 'x'.repeat(300_000))),
      { mostBytes: 100_000 },
    );
    await withProxy(
      async ({ url }) =>
        assert.match(await (await post(url, call('a', 4))).text(), /"id":4,"error".*could not reach test/),
      (_body, response) => void response.destroy(),
    );
    await withProxy(
      async ({ url }) =>
        assert.match(await (await post(url, call('a', 4))).text(), /"id":4,"error".*held this message/),
      (_body, response) =>
        void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(`data: ${'x'.repeat(300_000)}`),
      { mostBytes: 100_000 },
    );
  });

  it('hears of the end of a session', async () => {
    await withProxy(
      async ({ url, requests }) => {
        const ended = await fetch(url, { method: 'DELETE', headers: { 'mcp-session-id': 's1' } });
        assert.equal(ended.status, 204);
        assert.equal(requests[0]!.headers['mcp-session-id'], 's1');
      },
      (_body, response) => void response.writeHead(204).end(),
    );
  });
});

/** Without what the model is told once about placeholders. */
function unnoted(said: string): string {
  return said.replace(/,\{"type":"text","text":"\[Lockside: names [^"]*"\}/, '');
}

interface Rig {
  readonly url: string;
  readonly base: string;
  readonly requests: IncomingMessage[];
}

type Serve = (body: Json, response: ServerResponse, request: IncomingMessage) => void;

/** Answers each request with a result, and begins a session with the first. */
const results: Serve = ({ id }, response) => {
  const headers = { 'content-type': 'application/json', 'mcp-session-id': 's1' };
  response
    .writeHead(id === undefined ? 202 : 200, headers)
    .end(id === undefined ? '' : JSON.stringify({ jsonrpc: '2.0', id, result: {} }));
};

async function withProxy(
  work: (rig: Rig) => Promise<void>,
  serve: Serve = results,
  more: Partial<McpHttpParts> = {},
): Promise<void> {
  const requests: IncomingMessage[] = [];
  const server = createServer(async (request, response) => {
    requests.push(request);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    serve(body === '' ? {} : (JSON.parse(body) as Json), response, request);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const target = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`);
  const own = 'test-token-of-24-letters';
  const proxy = createMcpHttpProxy({ ...partsOf(), target, clients: [{ name: 'test', token: own }], ...more });
  const { url } = await proxy.listen(0);
  try {
    await work({ url: `${url}/lockside-${own}/mcp`, base: url, requests });
  } finally {
    await proxy.close();
    server.closeAllConnections();
    server.close();
  }
}

function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', body, headers: { ...accept, ...headers } });
}
