import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type HookServer, relayHook, serveHooks } from '../../src/io/hookChannel';

describe('the channel between hooks and the window', () => {
  let server: HookServer;
  const serve = async (answer: (message: string) => Promise<string>) => {
    server = await serveHooks(answer);
  };
  afterEach(() => server.close());

  for (const message of ['{}', 'ünïcödé 🔒', 'x'.repeat(3_000_000)]) {
    it(`carries a message of ${message.length} units there and an answer back`, async () => {
      await serve(async text => `got ${text}`);
      assert.equal(await relayHook(server.address, message, 5000), `got ${message}`);
    });
  }

  it('answers several hooks at once', async () => {
    await serve(async text => text.toUpperCase());
    const all = await Promise.all(['a', 'b', 'c'].map(text => relayHook(server.address, text, 5000)));
    assert.deepEqual(all, ['A', 'B', 'C']);
  });

  it('rejects when the window fails, says nothing, or takes too long', async () => {
    await serve(async text => {
      if (text === 'fail') throw new Error('no');
      return text === 'silent' ? '' : new Promise(() => undefined);
    });
    await assert.rejects(relayHook(server.address, 'fail', 5000));
    await assert.rejects(relayHook(server.address, 'silent', 5000), /no answer/);
    await assert.rejects(relayHook(server.address, 'slow', 200), /did not answer/);
  });

  it('rejects when no window listens', async () => {
    await serve(async text => text);
    await assert.rejects(relayHook(`${server.address}-gone`, '{}', 5000));
  });

  it('can be reached by this user alone', async function () {
    if (process.platform === 'win32') this.skip();
    await serve(async text => text);
    assert.equal(statSync(dirname(server.address)).mode & 0o077, 0);
  });
});
