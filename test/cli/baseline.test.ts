import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BaselineEntry } from '../../src/core/baseline';
import { sample } from '../../src/core/detectors/sample';
import { makeRepository } from '../io/gitRepository';
import { type Folder, makeFolder } from './lockside';

const token = (seed: number) => sample('ghp_{alnum:30}{crc62:6}', seed);

describe('lockside baseline', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder({ 'a.txt': `x ${token(1)}\ny ${token(2)}\n`, 'b/c.txt': token(1), 'clean.txt': 'clean' });
    execFileSync('git', ['init', '-q'], { cwd: folder.path });
    execFileSync('git', ['config', 'user.name', 'Ada of Team A'], { cwd: folder.path });
  });
  afterEach(() => folder.remove());

  const file = (name: string) => readFileSync(join(folder.path, name), 'utf8');
  const entries = () =>
    (JSON.parse(file('.lockside/baseline.json')) as { accepted: BaselineEntry[] }).accepted.map(
      ({ fingerprint, ...entry }) => {
        assert.match(fingerprint, /^[0-9a-f]{16}$/);
        return entry;
      },
    );
  const run = async (...args: string[]) => {
    const ran = await folder.run(args);
    assert.doesNotMatch(ran.stdout + ran.stderr, /ghp_/);
    return ran;
  };
  const accept = (...args: string[]) => run('baseline', '--reason', 'known since 2025', ...args);

  it('accepts what stands: reports then tell only what is new', async () => {
    folder.write({ '.vscode/settings.json': '{\n  // ours\n  "editor.tabSize": 2\n}\n' });
    const { code, stdout } = await accept('--expires', '2099-01-31');
    assert.equal(code, 0);
    assert.match(stdout, /^3 findings accepted until 2099-01-31 by Ada of Team A; .* accepts 3 findings now$/m);
    assert.match(stdout, /^lockside\.fingerprintSalt was added to \.vscode\/settings\.json: commit both files$/m);
    const told = {
      detector: 'secret/github-token',
      reason: 'known since 2025',
      owner: 'Ada of Team A',
      expires: '2099-01-31',
    };
    assert.deepEqual(entries(), [
      { path: 'a.txt', ...told },
      { path: 'a.txt', ...told },
      { path: 'b/c.txt', ...told },
    ]);
    assert.match(file('.vscode/settings.json'), /\/\/ ours[\s\S]*"lockside\.fingerprintSalt": "[\w-]{32}"/);
    const scan = await run('scan');
    assert.equal(scan.code, 0);
    assert.match(scan.stdout, /no findings, 3 suppressed/);
    folder.write({ 'b/new.txt': token(1), 'a.txt': `moved\n${token(1)} ${token(3)}` });
    assert.equal((await run('scan')).stdout.match(/github-token/g)?.length, 2);
  });

  it('still holds an accepted value back from a model', async () => {
    await accept();
    const { stdout } = await folder.run(['redact', '--path', 'a.txt'], `x ${token(1)}`, {
      LOCKSIDE_KEY: Buffer.alloc(32, 7).toString('base64'),
    });
    assert.match(stdout, /^x SECRET_GITHUB_TOKEN_1$/);
  });

  it('checks, updates and renews', async () => {
    assert.equal((await run('baseline', '--check')).code, 1);
    assert.equal(existsSync(join(folder.path, '.lockside')), false);
    await accept('a.txt');
    const check = await run('baseline', '--check');
    assert.equal(check.code, 1);
    assert.match(check.stdout, /^b\/c\.txt:1:1 [\s\S]*^1 new finding, 2 findings in the baseline$/m);
    await accept('--owner', 'Team B');
    assert.deepEqual(
      entries().map(({ owner }) => owner),
      ['Ada of Team A', 'Ada of Team A', 'Team B'],
    );
    assert.equal((await run('baseline', '--check')).code, 0);
    folder.write({ 'a.txt': token(2), 'new.txt': token(4) });
    rmSync(join(folder.path, 'b/c.txt'));
    const update = await run('baseline', '--update');
    assert.match(update.stdout, /^2 entries dropped; .* accepts 1 finding now$/m);
    assert.deepEqual(
      entries().map(({ path }) => path),
      ['a.txt'],
    );
    const before = file('.lockside/baseline.json');
    folder.write({ '.lockside/baseline.json': before.replace(/20\d\d-\d\d-\d\d/, '2020-01-01') });
    const expired = await run('scan');
    assert.equal(expired.code, 1);
    assert.match(expired.stderr, /baseline\.json: 1 of 1 entries have expired, the first on 2020-01-01/);
    await accept('--update');
    assert.equal((await run('scan')).code, 0);
    assert.equal(entries().length, 2);
  });

  it('accepts what only the history holds', async () => {
    const repository = makeRepository(folder.path);
    repository.commit('begin');
    repository.commit('gone', { 'a.txt': 'clean', 'b/c.txt': 'clean' });
    assert.match((await accept()).stdout, /^0 findings accepted/);
    assert.match((await accept('--history')).stdout, /^3 findings accepted/);
    assert.equal((await run('scan', '--history')).code, 0);
  });

  const refused: [string, string[], RegExp, Record<string, string>?][] = [
    ['no reason', ['baseline'], /say why with --reason/],
    ['too short a reason', ['baseline', '--reason', 'no'], /between 3 and 500/],
    ['a day that is past', ['baseline', '--reason', 'known', '--expires', '2020-01-01'], /is past/],
    ['no day', ['baseline', '--reason', 'known', '--expires', 'never'], /YYYY-MM-DD/],
    ['check and update', ['baseline', '--check', '--update'], /cannot be used with/],
    ['a path that is not there', ['baseline', '--reason', 'known', 'nosuch'], /nosuch: no such file/],
    [
      'broken settings',
      ['baseline', '--reason', 'known'],
      /settings\.json isn't valid/,
      { '.vscode/settings.json': '{' },
    ],
    [
      'a broken baseline',
      ['baseline', '--reason', 'known'],
      /mend it or delete it/,
      { '.lockside/baseline.json': '{' },
    ],
  ];
  for (const [name, args, message, files = {}] of refused) {
    it(`writes nothing with ${name}`, async () => {
      folder.write(files);
      const before = files['.lockside/baseline.json'];
      const { code, stderr } = await run(...args);
      assert.equal(code, 2);
      assert.match(stderr, message);
      const path = join(folder.path, '.lockside/baseline.json');
      assert.equal(existsSync(path) ? readFileSync(path, 'utf8') : undefined, before);
    });
  }
}).timeout(60_000);
