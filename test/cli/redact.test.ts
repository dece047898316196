import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sample } from '../../src/core/detectors/sample';
import { type Folder, makeFolder } from './lockside';

const token = sample('ghp_{alnum:30}{crc62:6}', 3);
const other = sample('ghp_{alnum:30}{crc62:6}', 4);
const key = { LOCKSIDE_KEY: randomBytes(32).toString('base64') };

describe('lockside redact and restore', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());

  const redact = (input: string | Uint8Array, ...args: string[]) => folder.run(['redact', ...args], input, key);
  const restore = (input: string | Uint8Array, ...args: string[]) => folder.run(['restore', ...args], input, key);

  it('give back each byte', async () => {
    const text = `\uFEFFa=${token}\r\nb=${other}\n😀 ${token} SECRET_GITHUB_TOKEN_1 \0`;
    const redacted = await redact(text);
    assert.deepEqual([redacted.code, redacted.stderr], [0, '']);
    for (const value of [token, other]) assert.ok(!redacted.stdout.includes(value));
    assert.match(redacted.stdout, /😀 SECRET_GITHUB_TOKEN_\d SECRET_GITHUB_TOKEN_1/);
    const restored = await restore(redacted.bytes);
    assert.deepEqual([restored.code, restored.bytes.toString()], [0, text]);
    const { stdout } = await folder.run(['audit', 'show'], '', key);
    assert.match(stdout, /allow {3}put back 2 × secret\/github-token → answer:cli {2}\(cli, default\)/);
    for (const value of [token, other]) assert.ok(!stdout.includes(value));
  });

  it('pass through what is not text around the placeholders', async () => {
    await redact(`a=${token} é`);
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xc3, 0]),
      Buffer.from('secret-github-token-1'),
      Buffer.from([0xe9]),
    ]);
    assert.deepEqual(
      (await restore(bytes)).bytes,
      Buffer.concat([Buffer.from([0xff, 0xc3, 0]), Buffer.from(token), Buffer.from([0xe9])]),
    );
  });

  it('keep names through several runs, also at once, and through files of their own', async () => {
    assert.equal((await redact(token)).stdout, 'SECRET_GITHUB_TOKEN_1');
    assert.equal((await redact(`${other} ${token}`)).stdout, 'SECRET_GITHUB_TOKEN_2 SECRET_GITHUB_TOKEN_1');
    assert.equal((await redact(other, '--map', 'own.map')).stdout, 'SECRET_GITHUB_TOKEN_1');
    assert.equal((await restore('SECRET_GITHUB_TOKEN_1', '--map', 'own.map')).stdout, other);
    const many = Array.from({ length: 5 }, (_, at) => sample('ghp_{alnum:30}{crc62:6}', 100 + at));
    const names = await Promise.all(many.map(async value => (await redact(value, '--map', 'many.map')).stdout));
    assert.deepEqual(
      [...names].sort(),
      [1, 2, 3, 4, 5].map(number => `SECRET_GITHUB_TOKEN_${number}`),
    );
    assert.equal((await restore(names.join(' '), '--map', 'many.map')).stdout, many.join(' '));
  });

  it('keep no value in clear on the disk', async () => {
    await redact(token, '--map', 'own.map');
    assert.deepEqual(readdirSync(folder.path), ['own.map']);
    const sealed = readFileSync(join(folder.path, 'own.map'));
    for (const part of [token, token.slice(4, 24), 'GITHUB', key.LOCKSIDE_KEY]) assert.ok(!sealed.includes(part));
    if (process.platform !== 'win32') assert.equal(statSync(join(folder.path, 'own.map')).mode & 0o777, 0o600);
  });

  it('fail closed: nothing is written', async () => {
    const block = {
      '.vscode/settings.json': JSON.stringify({ 'lockside.rules': [{ action: 'block', reason: 'never' }] }),
    };
    await redact(token, '--map', 'own.map');
    const wrong = { LOCKSIDE_KEY: randomBytes(32).toString('base64') };
    const damaged = readFileSync(join(folder.path, 'own.map'));
    damaged[damaged.length - 1]! ^= 1;
    writeFileSync(join(folder.path, 'damaged.map'), damaged);
    folder.write({ 'other.map': 'something else' });
    const cases: [string[], string | Uint8Array, Record<string, string>, RegExp, object?][] = [
      [['redact', '--max-file-size', '1kB'], 'x'.repeat(2000), key, /larger than the limit/],
      [['redact'], Buffer.from([0xff, 0xfe, 0x00]), key, /not valid UTF-8/],
      [['redact'], token, { LOCKSIDE_KEY: 'c2hvcnQ=' }, /LOCKSIDE_KEY must be 32 bytes in base64/],
      [['redact', '--map', 'own.map'], token, wrong, /encrypted with another key/],
      [['restore', '--map', 'own.map'], 'x', wrong, /encrypted with another key/],
      [['redact', '--map', 'damaged.map'], token, key, /is damaged/],
      [['redact', '--map', 'other.map'], token, key, /is not a placeholder map/],
      [['restore', '--map', 'none.map'], 'x', key, /no placeholder map at/],
      [
        ['redact'],
        token,
        { LOCKSIDE_KEY: '', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' },
        /no keychain here.*Set LOCKSIDE_KEY/,
      ],
      [['redact'], token, key, /policy blocks this: GitHub token \(never\)/, block],
    ];
    for (const [args, input, env, message, files] of cases) {
      if (process.platform !== 'linux' && env.LOCKSIDE_KEY === '') continue;
      if (files) folder.write(files as Record<string, string>);
      const { code, stdout, stderr } = await folder.run(args, input, env);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
      assert.ok(!stderr.includes(token));
    }
  });

  it('match the policy by the path that is given', async () => {
    folder.write({
      '.vscode/settings.json': JSON.stringify({ 'lockside.rules': [{ paths: ['public/**'], action: 'allow' }] }),
    });
    assert.equal((await redact(token, '--path', 'public/a.txt')).stdout, token);
    assert.equal((await redact(token, '--path', 'private/a.txt')).stdout, 'SECRET_GITHUB_TOKEN_1');
  });
}).timeout(60_000);
