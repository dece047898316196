import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { sample } from '../../src/core/detectors/sample';
import { makeRepository, type TestRepository } from '../io/gitRepository';
import { type Folder, makeFolder } from './lockside';

const token = (seed: number) => sample('ghp_{alnum:30}{crc62:6}', seed);

interface Row {
  readonly file: string;
  readonly line: number;
  readonly commit?: string;
  readonly date?: string;
  readonly current?: boolean;
}

describe('lockside scan --history', () => {
  let folder: Folder;
  let repository: TestRepository;
  beforeEach(() => {
    folder = makeFolder();
    repository = makeRepository(folder.path);
  });
  afterEach(() => folder.remove());

  const rows = async (...args: string[]) => {
    const { stdout, stderr, code } = await folder.run(['scan', '--history', '--format', 'jsonl', ...args]);
    assert.doesNotMatch(stdout + stderr, /ghp_/);
    return {
      code,
      stderr,
      rows: stdout
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line) as Row),
    };
  };
  const told = (found: readonly Row[]) =>
    found.map(({ file, commit = '', date = '', current }) => [file, commit.slice(0, 6), date, current]);

  it('tells each value once for each file, with what brought it and whether HEAD has it', async () => {
    const first = repository.commit('begin', { 'a.txt': `one ${token(1)}\n`, 'b.txt': 'b' }, '2020-02-03');
    const second = repository.commit('more', { 'a.txt': `\n\none ${token(1)} two ${token(2)}\n` }, '2021-02-03');
    repository.git('mv', 'a.txt', 'c.txt');
    const third = repository.commit('move', { 'c.txt': `two ${token(2)}\nthree ${token(3)}` }, '2022-02-03');
    const { code, rows: found } = await rows();
    assert.equal(code, 1);
    assert.deepEqual(told(found), [
      ['a.txt', first.slice(0, 6), '2020-02-03', false],
      ['a.txt', second.slice(0, 6), '2021-02-03', true],
      ['c.txt', third.slice(0, 6), '2022-02-03', true],
      ['c.txt', third.slice(0, 6), '2022-02-03', true],
    ]);
    assert.equal(found[1]!.line, 3);
  });

  it('reaches merges, stashes, messages and branches that only a tag holds', async () => {
    repository.commit('begin', { 'a.txt': 'a' });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit(`message with ${token(1)}`, { 'side.txt': token(2) });
    repository.git('tag', '-a', 'v1', '-m', `tag with ${token(3)}`);
    repository.git('checkout', '-q', 'main');
    repository.git('branch', '-q', '-D', 'side');
    repository.git('checkout', '-q', '-b', 'other');
    repository.commit('other', { 'other.txt': 'other' });
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--no-ff', '--no-commit', 'other');
    repository.commit('merge', { 'merged.txt': token(4) });
    repository.write({ 'a.txt': token(5) });
    repository.git('stash', 'push', '-q');
    const { rows: found } = await rows();
    const names = found.map(({ file }) => file.replace(/ [0-9a-f]{10}$/, '')).sort();
    assert.deepEqual(names, ['a.txt', 'commit', 'merged.txt', 'side.txt', 'tag v1']);
    const current = Object.fromEntries(found.map(row => [row.file.split(' ')[0], row.current]));
    assert.deepEqual(current, {
      'a.txt': false,
      commit: undefined,
      'merged.txt': true,
      'side.txt': false,
      tag: undefined,
    });
  });

  it('says it in every format', async () => {
    const id = repository.commit('begin', { 'a.txt': token(1) }, '2020-02-03');
    repository.commit('gone', { 'a.txt': '' }, '2020-02-04');
    const text = await folder.run(['scan', '--history']);
    const line = `a.txt:1:1 error GitHub token — the checksum fits (secret/github-token), since ${id.slice(0, 10)} of 2020-02-03, no longer in HEAD`;
    assert.equal(text.stdout.split('\n')[0]!.replace(/— .* \(/, '— the checksum fits ('), line);
    const sarif = JSON.parse((await folder.run(['scan', '--history', '--format', 'sarif'])).stdout) as {
      runs: { results: { properties: Row }[] }[];
    };
    const { commit, date, current } = sarif.runs[0]!.results[0]!.properties;
    assert.deepEqual({ commit, date, current }, { commit: id, date: '2020-02-03', current: false });
  });

  it('keeps to commits, days and paths', async () => {
    const first = repository.commit('one', { 'a/x.txt': token(1) }, '2020-01-01');
    repository.git('tag', 'v1');
    repository.commit('two', { 'b/y.txt': token(2) }, '2021-01-01');
    repository.commit('three', { 'a/x.txt': token(3) }, '2022-01-01');
    const cases: [string[], string[]][] = [
      [
        ['--since', 'v1'],
        ['b/y.txt', 'a/x.txt'],
      ],
      [
        ['--since', first],
        ['b/y.txt', 'a/x.txt'],
      ],
      [['--since', '2021-06-01'], ['a/x.txt']],
      [['--since', '9 days'], []],
      [
        ['--max-commits', '2'],
        ['b/y.txt', 'a/x.txt'],
      ],
      [['b'], ['b/y.txt']],
    ];
    for (const [args, expected] of cases)
      assert.deepEqual(
        (await rows(...args)).rows.map(row => row.file),
        expected,
        args.join(' '),
      );
    for (const args of [['--since', '--exec=x'], ['--since', 'soon'], ['--max-commits', '0'], ['--staged']])
      assert.equal((await rows(...args)).code, 2, args.join(' '));
  });

  it('lets go what the policy and HEAD let go', async () => {
    repository.commit('one', { 'a.txt': `x ${token(1)}\n`, 'b.txt': `x ${token(2)}\n` });
    repository.commit('two', {
      'a.txt': `x ${token(1)} lockside:ignore secret/* opens nothing\n`,
      '.vscode/settings.json': JSON.stringify({
        'lockside.suppressions': [{ path: 'b.txt', detector: 'secret/*', reason: 'opens nothing' }],
      }),
    });
    const { code, rows: found } = await rows();
    assert.deepEqual(found, []);
    assert.equal(code, 0);
  });

  it('tells what it could not read, and works without a work tree', async () => {
    repository.commit('one', { 'a.txt': token(1), 'large.txt': 'word '.repeat(9000) }, '2020-01-01');
    repository.commit('two', { 'a.txt': token(2), 'large.txt': 'small' });
    const large = await rows('--max-file-size', '10kB');
    assert.match(large.stderr, /large\.txt in [0-9a-f]{10}: .* more than the limit/);
    assert.equal(large.rows.length, 2);
    repository.git('clone', '-q', '--depth', '1', `file://${repository.path}`, 'shallow');
    repository.git('clone', '-q', '--bare', `file://${repository.path}`, 'bare.git');
    const inside = async (name: string) => {
      const { stdout, stderr } = await folder.run(
        ['scan', '--history', '--format', 'jsonl'],
        '',
        {},
        join(folder.path, name),
      );
      return { stderr, count: stdout.split('\n').filter(Boolean).length };
    };
    const shallow = await inside('shallow');
    assert.equal(shallow.count, 1);
    assert.match(shallow.stderr, /a shallow clone/);
    assert.equal((await inside('bare.git')).count, 2);
  });

  it('opens archives where it is told to', async () => {
    const zip = (text: string) => Buffer.from(zipSync({ 'x.env': strToU8(text), 'y.txt': strToU8('clean') }));
    repository.commit('one', { 'old.zip': zip(token(1)), 'kept.zip': zip(token(2)) }, '2020-01-01');
    rmSync(join(folder.path, 'old.zip'));
    repository.commit('two', {}, '2021-01-01');
    assert.deepEqual((await rows()).rows, []);
    const { rows: found } = await rows('--archives');
    assert.deepEqual(
      found.map(({ file, date, current }) => [file, date, current]),
      [
        ['kept.zip!/x.env', '2020-01-01', true],
        ['old.zip!/x.env', '2020-01-01', false],
      ],
    );
  });

  it('says what to do where there is no repository', async () => {
    const other = makeFolder({ 'a.txt': 'a' });
    const { code, stderr } = await other.run(['scan', '--history']);
    other.remove();
    assert.equal(code, 2);
    assert.match(stderr, /not a git repository: --staged and --history need one/);
  });
}).timeout(60_000);
