import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sample } from '../../src/core/detectors/sample';
import { type Folder, makeFolder } from './lockside';

const live = sample('ghp_{alnum:30}{crc62:6}', 11);
const dead = sample('ghp_{alnum:30}{crc62:6}', 12);

describe('lockside verify', () => {
  let folder: Folder;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers['x-meant-for']} ${request.url}`);
    response.statusCode = request.headers.authorization?.includes(live) ? 200 : 401;
    response.end('{}');
  });
  before(done => {
    server.listen(0, '127.0.0.1', done);
  });
  after(() => server.close());
  beforeEach(() => {
    asked.length = 0;
    folder = makeFolder({
      'a.env': `A=${live}\nB=${dead}\n`,
      'b.env': `AGAIN=${live}\n`,
      'c.env': `S=${sample('sk_live_{alnum:24}', 1)}\n`,
    });
    folder.write({ '../preload.cjs': toLocal((server.address() as AddressInfo).port) });
  });
  afterEach(() => folder.remove());

  const verify = (...args: string[]) =>
    folder.run(['verify', ...args], '', { NODE_OPTIONS: `--require ${join(folder.path, '../preload.cjs')}` });

  it('asks the named providers, each key once, and says which is live', async () => {
    const { code, stdout, stderr } = await verify('--provider', 'github', '--yes');
    assert.match(
      stdout,
      /^a\.env:1:3 GitHub token: LIVE\. .*https:\/\/github\.com\/settings\/tokens\na\.env:2:3 GitHub token: not accepted \(any more\)\n$/,
    );
    assert.match(
      stderr,
      /GitHub: 2 keys, each as GET https:\/\/api\.github\.com\/user with the key in the header Authorization/,
    );
    assert.deepEqual(asked, ['api.github.com /user', 'api.github.com /user']);
    assert.equal(code, 1);
    assert.ok(!(stdout + stderr).includes(live));
  });

  it('sends nothing unless told to', async () => {
    const { code, stderr } = await verify('--provider', 'github');
    assert.match(stderr, /nothing was sent/);
    assert.deepEqual([code, asked], [2, []]);
  });

  it('says so where there is nothing to ask, or nobody', async () => {
    const none = await verify('--provider', 'gitlab', '--yes');
    assert.deepEqual([none.code, none.stdout], [0, 'no keys of these providers found; nothing was sent\n']);
    const strange = await verify('--provider', 'nobody', '--yes');
    assert.match(strange.stderr, /no such provider: nobody \(there are .*github/);
    assert.equal(strange.code, 2);
    assert.deepEqual(asked, []);
  });
});

/** Sends what is meant for a provider to a local server instead. */
function toLocal(port: number): string {
  return `const real = fetch;
    globalThis.fetch = (url, init) => {
      const { host, pathname } = new URL(url);
      return real('http://127.0.0.1:${port}' + pathname, { ...init, headers: { ...init.headers, 'x-meant-for': host } });
    };`;
}
