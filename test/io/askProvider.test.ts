import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sample } from '../../src/core/detectors/sample';
import { type CheckRequest, type KeyCheck, keyCheckFor } from '../../src/core/keyCheck';
import { askProvider } from '../../src/io/askProvider';

const key = sample('ghp_{alnum:30}{crc62:6}', 7);

describe('asking a provider', () => {
  it('sends the key to its own host alone and reads the answer', async () => {
    await withServer(
      (request, response) => {
        response.statusCode = request.headers.authorization === `Bearer ${key}` && request.url === '/user' ? 200 : 401;
        response.end('{}');
      },
      async check => {
        assert.deepEqual(await askProvider(check, key), { state: 'live' });
        assert.deepEqual(await askProvider(check, sample('ghp_{alnum:30}{crc62:6}', 8)), { state: 'inactive' });
      },
    );
  });

  it('follows no redirect', async () => {
    let second = 0;
    await withServer(
      (request, response) => {
        if (request.url !== '/user') second++;
        response.writeHead(302, { location: '/elsewhere' }).end();
      },
      async check => {
        assert.deepEqual(await askProvider(check, key), { state: 'unknown', why: 'GitHub answered with status 302' });
      },
    );
    assert.equal(second, 0);
  });

  it('reads no endless answer to its end', async () => {
    await withServer(
      (_, response) => {
        const pour = () => response.write('x'.repeat(65_536), () => !response.destroyed && setImmediate(pour));
        pour();
      },
      async check => assert.deepEqual(await askProvider(check, key), { state: 'live' }),
    );
  });

  it('says why it does not know, without the key', async () => {
    const check = toLocal(9);
    const asked = await askProvider(check, key);
    assert.equal(asked.state, 'unknown');
    assert.match(asked.why ?? '', /^GitHub could not be reached: /);
    assert.ok(!JSON.stringify(asked).includes(key));
  });

  it('sends nothing that could be more than a key', async () => {
    for (const value of [`${key}\r\nX-More: 1`, `../${key}`, `${key}?`, 'é'.repeat(20), '', 'x'.repeat(1001)]) {
      const sent: CheckRequest[] = [];
      const send = (request: CheckRequest) => {
        sent.push(request);
        return Promise.resolve({ status: 200, body: '' });
      };
      assert.equal((await askProvider(keyCheckFor('secret/telegram-bot-token')!, value, send)).state, 'unknown');
      assert.deepEqual(sent, []);
    }
  });
});

/** GitHub's check, with a local server in the place of GitHub. */
function toLocal(port: number): KeyCheck {
  const check = keyCheckFor('secret/github-token')!;
  const request = (value: string) => {
    const { url, ...rest } = check.request(value);
    return { ...rest, url: url.replace('https://api.github.com', `http://127.0.0.1:${port}`) };
  };
  return { ...check, request };
}

async function withServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  use: (check: KeyCheck) => Promise<void>,
): Promise<void> {
  const server = createServer(answer);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(toLocal((server.address() as AddressInfo).port));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
