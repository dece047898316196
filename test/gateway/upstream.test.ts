import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { createUpstream, type Opening } from '../../src/gateway/upstream';

describe('a connection to a provider', () => {
  let server: Server;
  let upstream: ReturnType<typeof createUpstream>;
  let opening: Opening;
  let asked: string[];
  let sockets: Socket[];

  beforeEach(async () => {
    asked = [];
    sockets = [];
    server = createServer(async (request, response) => {
      const { method, url, headers } = request;
      asked.push(`${method} ${url} ${headers.host} ${headers['x-key']} ${await text(request)}`);
      response.end('done');
    });
    server.on('connection', socket => sockets.push(socket));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const target = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
    upstream = createUpstream();
    opening = { method: 'POST', target, signal: new AbortController().signal };
  });
  afterEach(() => {
    upstream.close();
    server.close();
    server.closeAllConnections();
  });

  const headers = { host: 'provider.example.com', 'x-key': 'k', 'content-length': 4 };
  const line = 'POST /v1 provider.example.com k body';
  const send = async (opened: ReturnType<typeof upstream.open>) =>
    text(await opened.send(headers, Buffer.from('body')));

  it('is made before there is something to send, and then used', async () => {
    const connected = once(server, 'connection');
    const opened = upstream.open(opening);
    await connected;
    assert.deepEqual(asked, []);
    assert.equal(await send(opened), 'done');
    opened.drop();
    assert.equal(await send(upstream.open(opening)), 'done');
    assert.deepEqual(asked, [line, line]);
    assert.equal(sockets.length, 1);
  });

  it('ends where nothing is sent after all', async () => {
    const connected = once(server, 'connection');
    const opened = upstream.open(opening);
    await connected;
    const closed = once(sockets[0]!, 'close');
    opened.drop();
    await closed;
    assert.deepEqual(asked, []);
  });

  it('is made again where the other side ended it meanwhile', async () => {
    server.once('connection', socket => socket.end());
    const opened = upstream.open(opening);
    await once(server, 'connection');
    // It closes when our side has heard of its end, and ended as well.
    await once(sockets[0]!, 'close');
    assert.equal(await send(opened), 'done');
    assert.deepEqual(asked, [line]);
  });

  it('fails where there is nobody, or where nobody waits any more', async () => {
    server.close();
    server.closeAllConnections();
    await assert.rejects(send(upstream.open(opening)), { code: 'ECONNREFUSED' });
    const gone = AbortSignal.abort();
    await assert.rejects(send(upstream.open({ ...opening, signal: gone })), { name: 'AbortError' });
  });
});
