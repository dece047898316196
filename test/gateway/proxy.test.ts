import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createUpstream } from '../../src/gateway/upstream';

describe('providers behind a proxy', () => {
  const asked: string[] = [];
  const proxy = createServer().on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  const before = { ...process.env };

  beforeEach(async () => {
    asked.length = 0;
    if (!proxy.listening) await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
    process.env.HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    process.env.NO_PROXY = 'inside.example.com';
  });
  after(() => {
    proxy.close();
    for (const name of ['HTTPS_PROXY', 'NO_PROXY'] as const) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  });

  const send = async (url: string) => {
    const upstream = createUpstream();
    const { signal } = new AbortController();
    const sent = upstream.send({ method: 'GET', target: new URL(url), headers: {}, body: undefined, signal });
    const answer = await sent.catch((error: unknown) => error);
    upstream.close();
    return answer;
  };

  it('are asked for through it', async () => {
    await send('https://llm.example.com/v1/models');
    assert.deepEqual(asked, ['llm.example.com:443']);
  });

  it('are not where NO_PROXY names them, nor on this machine', async () => {
    await send('https://inside.example.com:1/v1/models');
    await send('http://127.0.0.1:1/v1/models');
    assert.deepEqual(asked, []);
  });
});
