import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request as httpRequest, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Detector } from '../../src/core/detectors/detector';
import { sample } from '../../src/core/detectors/sample';
import { createScanner } from '../../src/core/scan';
import { createGateway } from '../../src/gateway/gateway';
import { type Provider, startGateway, type TestGateway, type TestOptions } from './rig';

const token = sample('ghp_{alnum:30}{crc62:6}', 7);
const paths = {
  openai: '/openai/v1/chat/completions',
  anthropic: '/anthropic/v1/messages',
  gemini: '/gemini/v1beta/models/m:generateContent',
  ollama: '/ollama/api/chat',
};
const chat = { model: 'm-1', messages: [{ role: 'user', content: `my key is ${token}` }] };

describe('the gateway, when something goes wrong', () => {
  it('blocks what it could not look at, in the words of each provider, and sends nothing', async () => {
    const half = JSON.stringify(chat).slice(0, -5);
    const twice = `{"model":"m","a":"${token}","a":"x"}`;
    const cases: [name: string, body: string | Buffer, headers: Record<string, string>, status: number, why: RegExp][] =
      [
        ['half JSON', half, {}, 400, /broken JSON/],
        ['a key twice', twice, {}, 400, /same key twice/],
        ['bytes that are no text', Buffer.from([0x22, 0xff, 0xfe, 0x22]), {}, 400, /neither JSON nor text/],
        ['broken gzip', Buffer.from('no gzip'), { 'content-encoding': 'gzip' }, 400, /gzip body is broken/],
        ['an unknown encoding', half, { 'content-encoding': 'rot13' }, 415, /rot13/],
        ['too much', `{"a":"${'x'.repeat(70_000)}"}`, {}, 413, /more than/],
        ['a bomb', gzipSync(Buffer.alloc(5_000_000)), { 'content-encoding': 'gzip' }, 413, /more than/],
      ];
    await withGateway({ mostBytes: 65_536 }, async gateway => {
      for (const [name, body, headers, status, why] of cases) {
        for (const [provider, path] of Object.entries(paths)) {
          const response = await post(gateway, path, body, headers);
          assert.equal(response.status, status, `${name} at ${provider}`);
          assert.match(messageOf(provider, await response.json()), why);
        }
      }
      assert.equal(gateway.provider.requests.length, 0);
    });
  });

  it('blocks where a detector, the scan or the map fails, and tells no value', async () => {
    const failing: Detector = {
      ...{ id: 'secret/failing', title: 'Failing', severity: 'error', tier: 'certain', keywords: ['my key'] },
      ...{ pattern: /my key is \S{1,80}/, hits: [], misses: [] },
      accept() {
        throw new Error(token);
      },
    };
    const scanner = createScanner({ fingerprint: () => '', detectors: [failing] });
    const broken = {
      ...scanner,
      scan: () => {
        throw new Error(token);
      },
    };
    const lost = () => Promise.reject(new Error(`the map at ${token} is damaged`));
    for (const options of [{ scanner }, { scanner: broken }, { exclusively: lost }] satisfies TestOptions[]) {
      await withGateway(options, async gateway => {
        const response = await post(gateway, paths.openai, JSON.stringify(chat));
        const text = await response.text();
        assert.equal(response.status, 400, text);
        assert.match(text, /Lockside blocked this request/);
        assert.ok(!text.includes(token));
        assert.equal(gateway.provider.requests.length, 0);
      });
    }
  });

  it('passes errors of the provider unchanged, and says where there is no provider', async () => {
    await withGateway({}, async gateway => {
      const body = '{"error": {"message":"slow  down","type":"rate_limit"}}';
      gateway.provider.reply = () => ({ status: 429, headers: { 'retry-after': '7', 'x-request-id': 'r1' }, body });
      const response = await post(gateway, paths.openai, JSON.stringify(chat));
      assert.equal(response.status, 429);
      assert.equal(response.headers.get('retry-after'), '7');
      assert.equal(response.headers.get('x-request-id'), 'r1');
      assert.equal(await response.text(), body);
      await gateway.provider.stop();
      for (const [provider, path] of Object.entries(paths)) {
        const refused = await post(gateway, path, JSON.stringify(chat));
        assert.equal(refused.status, 502);
        assert.match(messageOf(provider, await refused.json()), /could not reach the provider/);
      }
    });
  });

  it('breaks off where the provider does, without what it held back', async () => {
    await withGateway({}, async gateway => {
      const event = (content: string) => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`;
      gateway.provider.reply = () => ({ pieces: [event('so far SECRET_GITHUB')], breaks: true });
      const response = await post(gateway, paths.openai, JSON.stringify({ ...chat, stream: true }));
      const reader = response.body!.getReader();
      let seen = '';
      await assert.rejects(async () => {
        for (let piece = await reader.read(); !piece.done; piece = await reader.read())
          seen += Buffer.from(piece.value).toString();
      });
      assert.ok(!seen.includes('SECRET_GITHUB') && !seen.includes(token));
    });
  });

  it('hands cancellation on, and ends with its clients when it is killed', async () => {
    await withGateway({}, async gateway => {
      gateway.provider.reply = () => ({ pieces: ['data: {"choices":[]}\n\n'], hangs: true });
      const gone = new AbortController();
      const response = await post(gateway, paths.openai, JSON.stringify(chat), {}, gone.signal);
      await response.body!.getReader().read();
      gone.abort();
      await until(() => gateway.provider.abandoned() === 1);
      const other = await post(gateway, paths.openai, JSON.stringify(chat));
      const rest = other.text();
      await Promise.all([gateway.stop(), assert.rejects(rest)]);
    });
  });

  it('waits for a client that reads slowly instead of keeping an answer in memory', async () => {
    let sent = 0;
    const event = `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: 'x'.repeat(4000) } }] })}\n\n`;
    const server = createServer(async (_request, response: ServerResponse) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (; sent < 64_000_000 && !response.destroyed; sent += event.length)
        if (!response.write(event)) await new Promise<void>(go => response.once('drain', go));
      response.end();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await withGateway({}, async ({ guard }) => {
      const parts = { guard, clients: [], upstreams: { openai: url }, originOf: () => ({}), tell: () => undefined };
      const gateway = createGateway({
        ...parts,
        exclusively: async work => work(),
        restoreTool: async (_tool, input) => input,
      });
      const { port } = await gateway.listen(0);
      const client = httpRequest({ port, method: 'POST', path: '/v1/chat/completions' });
      client.end(JSON.stringify(chat));
      const [response] = (await once(client, 'response')) as [import('node:http').IncomingMessage];
      response.pause();
      let before = -1;
      for (; sent !== before; await sleep(150)) before = sent;
      assert.ok(sent < 32_000_000, `${sent} bytes were sent to a client that reads none`);
      response.destroy();
      await gateway.close();
    });
    server.close();
    server.closeAllConnections();
  });

  it('lets 50 MB of pictures pass to the byte, and holds 50 MB of text back', async () => {
    await withGateway({}, async gateway => {
      const picture = Buffer.alloc(37_000_000, 'picture').toString('base64');
      const content = [
        { type: 'image', source: { type: 'base64', media_type: 'image/png', data: picture } },
        { type: 'text', text: token },
      ];
      const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content }] });
      const passed = await post(gateway, paths.anthropic, body);
      assert.equal(passed.status, 200, await passed.text());
      const [sent] = gateway.provider.requests;
      assert.ok(sent!.body.includes(picture) && !sent!.body.includes(token));
      const text = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'word '.repeat(10_000_000) }] });
      const held = await post(gateway, paths.anthropic, text);
      assert.equal(held.status, 400);
      assert.match(messageOf('anthropic', await held.json()), /was not scanned/);
      assert.equal(gateway.provider.requests.length, 1);
    });
  }).timeout(120_000);

  it('looks into what is compressed, and into what is no JSON', async () => {
    await withGateway({}, async ({ provider, ...gateway }) => {
      const bodies: [Buffer | string, Record<string, string>][] = [
        [gzipSync(JSON.stringify(chat)), { 'content-encoding': 'gzip' }],
        [brotliCompressSync(JSON.stringify(chat)), { 'content-encoding': 'br' }],
        [`key: ${token}`, { 'content-type': 'text/plain' }],
        [JSON.stringify([{ unknown: { shape: [token] } }]), {}],
      ];
      for (const [body, headers] of bodies) {
        const response = await post({ provider, ...gateway }, '/openai/v1/anything', body, headers);
        assert.equal(response.status, 200, await response.text());
        const [sent] = provider.requests.splice(0);
        assert.ok(sent!.body.includes('SECRET_GITHUB_TOKEN_1') && !sent!.body.includes(token));
        assert.equal(sent!.headers['content-encoding'], undefined);
      }
    });
  });
});

describe('who may use the gateway', () => {
  const clients = [{ name: 'codex', token: 'a-token-of-24-characters' }];
  const own = `/lockside-${clients[0]!.token}`;

  it('asks each client for its token, in the path or a header, and keeps it to itself', async () => {
    await withGateway({ clients }, async gateway => {
      const keys = { authorization: 'Bearer the-key', 'x-lockside-token': clients[0]!.token };
      const cases: [path: string, headers: Record<string, string>, status: number][] = [
        [own + paths.openai, { authorization: keys.authorization }, 200],
        [paths.openai, keys, 200],
        [paths.openai, { authorization: keys.authorization }, 401],
        [`/lockside-${'b'.repeat(24)}${paths.openai}`, {}, 401],
        [`${own}x${paths.openai}`, {}, 401],
      ];
      for (const [path, headers, status] of cases) {
        const response = await post(gateway, path, JSON.stringify(chat), headers);
        assert.equal(response.status, status, path);
        const [sent] = gateway.provider.requests.splice(0);
        assert.equal(sent !== undefined, status === 200);
        if (!sent) continue;
        assert.equal(sent.url, '/v1/chat/completions');
        assert.equal(sent.headers.authorization, 'Bearer the-key');
        assert.ok(!JSON.stringify(sent.headers).includes(clients[0]!.token));
      }
    });
  });

  it('refuses pages in a browser and names that were pointed at this machine', async () => {
    await withGateway({}, async gateway => {
      const cases: [Record<string, string>, number][] = [
        [{}, 200],
        [{ origin: 'https://page.example' }, 403],
        [{ 'sec-fetch-site': 'cross-site' }, 403],
        [{ host: 'rebound.example' }, 403],
        [{ host: 'localhost:1234' }, 200],
        [{ host: 'localhost.rebound.example' }, 403],
      ];
      for (const [headers, status] of cases)
        assert.equal(await statusOf(gateway, headers), status, JSON.stringify(headers));
    });
  });

  it('goes to no other host, whatever the path says', async () => {
    await withGateway({}, async gateway => {
      const { port } = new URL(gateway.url);
      for (const [path, status] of [
        ['http://x.example/v1/messages', 403],
        ['//x.example/v1/messages', 200],
      ] as const) {
        const sent = httpRequest({ port, path, method: 'POST', headers: { host: 'localhost' } });
        sent.end(JSON.stringify(chat));
        const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
        response.resume();
        assert.equal(response.statusCode, status, path);
      }
      assert.deepEqual(
        gateway.provider.requests.map(it => it.url),
        ['/v1//x.example/v1/messages'],
      );
    });
  });

  it('turns websockets down so that clients go on without, and says that it is there', async () => {
    await withGateway({ clients }, async gateway => {
      const { port } = new URL(gateway.url);
      const socket = connect(Number(port), '127.0.0.1');
      socket.end(
        'GET /v1/responses HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n',
      );
      const [answer] = (await once(socket, 'data')) as [Buffer];
      assert.match(answer.toString(), /^HTTP\/1\.1 426 /);
      assert.equal((await fetch(gateway.url + own, { method: 'HEAD' })).status, 200);
      assert.equal((await fetch(gateway.url, { method: 'HEAD' })).status, 401);
    });
  });
});

async function withGateway(options: TestOptions, work: (gateway: TestGateway) => Promise<void>): Promise<void> {
  const gateway = await startGateway(options);
  try {
    await work(gateway);
  } finally {
    await gateway.stop();
  }
}

function post(
  { url }: { url: string; provider: Provider },
  path: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Response> {
  const all = { 'content-type': 'application/json', ...headers };
  return fetch(url + path, { method: 'POST', headers: all, body, ...(signal && { signal }) });
}

/** `fetch` sets these headers itself. */
async function statusOf({ url }: TestGateway, headers: Record<string, string>): Promise<number | undefined> {
  const sent = httpRequest(url + paths.openai, { method: 'POST', headers });
  sent.end(JSON.stringify(chat));
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
  response.resume();
  return response.statusCode;
}

/** The message as a client of that provider reads it. */
function messageOf(provider: string, body: unknown): string {
  const { error, type } = body as { type?: string; error: string | { message: string } };
  if (provider === 'ollama') return error as string;
  if (provider === 'anthropic') assert.equal(type, 'error');
  return (error as { message: string }).message;
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !holds(); i++) await sleep(20);
  assert.ok(holds());
}
