import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { sample } from '../../../src/core/detectors/sample';
import { faultWords } from '../../../src/gateway/mcp/remoteHttp';
import type { RemoteParts } from '../../../src/gateway/mcp/remoteServer';
import { type Reached, type RealServer, reach, serve, type Tools } from './remoteRig';

const token = sample('ghp_{alnum:30}{crc62:6}', 51);

describe('a remote server that a client starts by stdio', () => {
  for (const old of [false, true])
    describe(old ? 'of the older transport' : 'of streamable HTTP', () => {
      it('begins, lists, redacts what it returns and gets values back', async () => {
        await between({ old }, async ({ client, raw, guard }, server) => {
          assert.equal(client.getServerVersion()?.name, 'real');
          assert.deepEqual(
            (await client.listTools()).tools.map(({ name }) => name),
            Object.keys(tools),
          );
          assert.match(textOf(await client.callTool({ name: 'secret' })), /GITHUB_TOKEN=SECRET_GITHUB_TOKEN_1/);
          assert.equal([...guard.vault.entries()].length, 1);
          const echoed = await client.callTool({ name: 'echo', arguments: { text: 'SECRET_GITHUB_TOKEN_1' } });
          assert.equal(textOf(echoed), 'SECRET_GITHUB_TOKEN_1');
          assert.ok(
            server.requests.some(({ body }) => body.includes(token)),
            'the server got the value itself',
          );
          assert.ok(raw.every(line => !line.includes(token)));
        });
      });

      it('tells and asks, in the middle of a call and unasked', async () => {
        await between({ old }, async ({ client, told }, server) => {
          assert.equal(textOf(await client.callTool({ name: 'roots' })), 'file:///shop');
          await client.callTool({ name: 'says' });
          assert.ok(told.includes('notifications/message'));
          // The stream for it may only just be on its way.
          for (let i = 0; i < 500 && !told.includes('notifications/tools/list_changed'); i++) {
            await server.latest().sendToolListChanged();
            await sleep(10);
          }
          assert.ok(told.includes('notifications/tools/list_changed'));
        });
      });

      it('sends the headers of its entry, and no other server', async () => {
        await between(
          { old, headers: { Authorization: 'Bearer abc', Host: 'elsewhere.example' } },
          async (_, server) => {
            await until(() => server.requests.length >= 3);
            for (const { headers } of server.requests) {
              assert.equal(headers.authorization, 'Bearer abc');
              assert.match(headers.host!, /^127\.0\.0\.1/);
            }
          },
        );
      });

      it('is killed in the middle of a call: that is an error at once, and so is every later one', async () => {
        await between({ old }, async ({ client }, server) => {
          const waits = client.callTool({ name: 'waits' });
          await until(() => server.requests.some(({ body }) => body.includes('"waits"')));
          server.kill();
          await assert.rejects(waits, /got no answer of test: the connection broke off/);
          await assert.rejects(client.callTool({ name: 'secret' }), /nobody answers there \(ECONNREFUSED\)/);
          await assert.rejects(client.listTools(), /nobody answers there \(ECONNREFUSED\)/);
        });
      });

      it('was started anew and has forgotten the session: it is begun again, and the call goes through', async () => {
        await between({ old }, async ({ client, told }, server) => {
          await client.callTool({ name: 'secret' });
          server.forget();
          // What is on its way when the stream ends may have been done or not: that is an error, and the next one is none.
          if (old) await client.callTool({ name: 'secret' }).catch(() => undefined);
          const [one, two] = await Promise.all([
            client.callTool({ name: 'secret' }),
            client.callTool({ name: 'echo' }),
          ]);
          assert.match(textOf(one), /SECRET_GITHUB_TOKEN_1/);
          assert.equal(textOf(two), 'undefined');
          assert.equal(server.servers.length, 2);
          assert.ok(told.includes('notifications/tools/list_changed'), 'its tools may be others');
          await server.latest().sendLoggingMessage({ level: 'info', data: 'again' });
        });
      });

      it('answers many calls, each its own', async () => {
        await between({ old }, async ({ client }) => {
          const calls = Array.from({ length: 120 }, (_, i) =>
            client.callTool({ name: 'echo', arguments: { text: `${i}` } }),
          );
          assert.deepEqual(
            (await Promise.all(calls)).map(textOf),
            calls.map((_, i) => `${i}`),
          );
        });
      });

      it('ends with its client, after the answers that are on their way', async () => {
        await between({ old }, async ({ client, leave, gone, raw }, server) => {
          void client.callTool({ name: 'soon' }).catch(() => undefined);
          await until(() => server.requests.some(({ body }) => body.includes('"soon"')));
          leave();
          assert.equal(await gone, 0);
          assert.ok(raw.some(line => line.includes('soon enough')));
          if (!old) assert.equal(server.requests.at(-1)!.method, 'DELETE');
        });
      });
    });

  it('says which version is spoken and which session it is, and takes a broken stream up where it was', async () => {
    const store = createStore();
    await between({ store }, async ({ client }, server) => {
      assert.equal(textOf(await client.callTool({ name: 'breaks' })), 'behind the break');
      const taken = server.requests.find(({ headers }) => headers['last-event-id'] !== undefined);
      assert.equal(taken?.method, 'GET');
      for (const { headers, body } of server.requests.filter(({ body }) => !body.includes('"initialize"'))) {
        assert.ok(headers['mcp-session-id'], body);
        assert.match(String(headers['mcp-protocol-version']), /^\d{4}-/);
      }
    });
  });

  it('of the older transport is found without a word about it', async () => {
    await between({ old: true, hint: false }, async ({ client }) => {
      assert.match(textOf(await client.callTool({ name: 'secret' })), /SECRET_/);
    });
  });

  it('said to be of the older transport, and is not, is found as well', async () => {
    await between({ hint: true }, async ({ client }) => {
      assert.match(textOf(await client.callTool({ name: 'secret' })), /SECRET_/);
    });
  });

  const refusals: readonly (readonly [
    what: string,
    status: number,
    headers: Record<string, string>,
    body: string,
    told: RegExp,
  ])[] = [
    [
      'that wants a token',
      401,
      { 'www-authenticate': 'Bearer' },
      '',
      /answered 401: it wants a token.*mcp setup --undo/,
    ],
    ['that lets nobody in', 403, {}, '{"error":"insufficient_scope"}', /answered 403.*\("insufficient_scope"\)/],
    ['that is not there', 404, {}, '<h1>no</h1>', /answered 404: there is no such server/],
    ['that is ill', 503, {}, '', /answered 503: something is wrong over there/],
    ['that moved elsewhere', 307, { location: 'https://elsewhere.example/mcp' }, '', /sends its clients elsewhere/],
    ['that moved in circles', 307, { location: '/mcp' }, '', /in circles/],
    ['that says no message', 200, { 'content-type': 'text/html' }, '<h1>hi</h1>', /answered nothing that is a message/],
    ['that says nothing', 202, {}, '', /answered nothing that is a message/],
    ['that ends its stream', 200, { 'content-type': 'text/event-stream' }, ': so\n\n', /broke off before the answer/],
    [
      'whose error quotes a secret',
      400,
      { 'content-type': 'application/json' },
      JSON.stringify({ jsonrpc: '2.0', id: null, error: { code: -1, message: `no GITHUB_TOKEN=${token}` } }),
      /answered 400.*no GITHUB_TOKEN=SECRET_GITHUB_TOKEN_1/,
    ],
  ];
  for (const [what, status, headers, body, told] of refusals)
    it(`${what} is an error in words`, async () => {
      const server = await serve(tools);
      server.instead = response => {
        response.writeHead(status, headers).end(body);
        return true;
      };
      const { connect, raw } = await reach(server.url);
      await assert.rejects(connect(), told);
      assert.ok(raw.every(line => !line.includes(token)));
      await server.close();
    });

  it('that is not there, does not speak https or has a certificate of nobody is an error in words', async () => {
    const server = await serve(tools);
    const secure = await reach(server.url.replace('http:', 'https:'));
    await assert.rejects(secure.connect(), /got no answer of test: it does not speak https there \(E\w+\)/);
    await server.close();
    const gone = await reach(server.url);
    await assert.rejects(gone.connect(), /nobody answers there \(ECONNREFUSED\)/);
    assert.match(faultWords({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), /certificate is not accepted/);
    assert.equal(faultWords(new Error(`quotes ${token}`)), 'the connection broke off');
  });

  it('that does not answer at all is given up', async () => {
    const server = await serve(tools);
    server.instead = () => true;
    const { connect } = await reach(server.url, { patience: { begin: 50 } });
    await assert.rejects(connect(), /got no answer of test: it does not answer/);
    await server.close();
  });

  it('that moved within itself is followed', async () => {
    const server = await serve(tools);
    server.instead = (response, { url }) => {
      if (url !== '/mcp') return false;
      response.writeHead(307, { location: '/mcp/' }).end();
      return true;
    };
    const { connect, client } = await reach(server.url);
    await connect();
    assert.match(textOf(await client.callTool({ name: 'secret' })), /SECRET_/);
    await client.close();
    await server.close();
  });

  it('hears that a call was cancelled, and nobody waits for it', async () => {
    await between({}, async ({ client, leave, gone }, server) => {
      const stop = new AbortController();
      const waits = client.callTool({ name: 'waits' }, undefined, { signal: stop.signal });
      await until(() => server.requests.some(({ body }) => body.includes('"waits"')));
      stop.abort();
      await assert.rejects(waits);
      await until(() => server.requests.some(({ body }) => body.includes('notifications/cancelled')));
      leave();
      assert.equal(await gone, 0);
    });
  });
});

const tools: Tools = {
  secret: () => `GITHUB_TOKEN=${token}`,
  echo: ({ text }) => text,
  roots: async (_, server) => (await server.listRoots()).roots[0]!.uri,
  says: async (_, _server, { tell }) => {
    await tell('on the way');
    return 'said';
  },
  waits: () => new Promise(() => undefined),
  soon: () => sleep(50, 'soon enough'),
  breaks: async (_, _server, { response }) => {
    await sleep(20);
    response?.destroy();
    await sleep(20);
    return 'behind the break';
  },
};

async function between(
  {
    old = false,
    hint = old,
    headers = {},
    store,
  }: { old?: boolean; hint?: boolean; headers?: RemoteParts['headers']; store?: EventStore },
  work: (reached: Reached, server: RealServer) => Promise<void>,
): Promise<void> {
  const server = await serve(tools, { old, ...(store ? { store } : {}) });
  const reached = await reach(server.url, { old: hint, headers });
  try {
    await reached.connect();
    await work(reached, server);
  } finally {
    reached.leave();
    await server.close();
  }
}

function textOf(result: unknown): string {
  return (result as { content: { text: string }[] }).content[0]!.text;
}

/** Keeps events in memory, in their order. */
function createStore(): EventStore {
  const events: { readonly id: string; readonly stream: string; readonly message: never }[] = [];
  return {
    storeEvent: async (stream, message) => {
      events.push({ id: `${events.length}`, stream, message: message as never });
      return `${events.length - 1}`;
    },
    getStreamIdForEventId: async id => events[Number(id)]?.stream,
    replayEventsAfter: async (last, { send }) => {
      const { stream } = events[Number(last)]!;
      for (const one of events.slice(Number(last) + 1)) if (one.stream === stream) await send(one.id, one.message);
      return stream;
    },
  };
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; !holds(); i++) {
    if (i > 2000) throw new Error('it did not come about');
    await sleep(5);
  }
}
