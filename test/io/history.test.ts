import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openRepository } from '../../src/io/git';
import { type HistoryRange, walkHead, walkHistory } from '../../src/io/history';
import { readObjects } from '../../src/io/readObjects';
import { makeRepository, type TestRepository } from './gitRepository';

describe('history', () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  const read = async (range: Partial<HistoryRange> = {}, folder = repository.path, limit = 100_000) => {
    const found: Record<string, string> = {};
    const seen = new Set<string>();
    for await (const item of readObjects(folder, walkHistory(folder, { paths: [], ...range }), { limit })) {
      if ('error' in item) found[`error: ${item.error}`] = '';
      else {
        const { object, content, date } = item;
        const name = object.kind === 'blob' ? object.path : `${object.kind} ${object.path}`.trim();
        const text = content.kind === 'bytes' ? Buffer.from(content.bytes).toString().trim() : content.kind;
        const key = `${name}: ${text}`;
        assert.ok(!seen.has(object.id), `${key} came twice`);
        seen.add(object.id);
        found[key] = `${object.commit.slice(0, 7)} ${date}`.trim();
      }
    }
    return found;
  };
  const texts = async (...args: Parameters<typeof read>) => Object.keys(await read(...args));

  it('gives each content once, with the commit that brought it, the oldest first', async () => {
    const first = repository.commit('begin', { 'a.txt': 'one', 'same.txt': 'one', 'b/c.txt': 'two' }, '2020-02-03');
    const second = repository.commit('change', { 'a.txt': 'three' }, '2021-02-03');
    repository.git('mv', 'a.txt', 'moved.txt');
    const third = repository.commit('move', {}, '2022-02-03');
    assert.deepEqual(Object.entries(await read()), [
      ['commit: begin', `${first.slice(0, 7)} 2020-02-03`],
      ['a.txt: one', `${first.slice(0, 7)} 2020-02-03`],
      ['b/c.txt: two', `${first.slice(0, 7)} 2020-02-03`],
      ['commit: change', `${second.slice(0, 7)} 2021-02-03`],
      ['a.txt: three', `${second.slice(0, 7)} 2021-02-03`],
      ['commit: move', `${third.slice(0, 7)} 2022-02-03`],
    ]);
  });

  it('reaches what branches, merges, tags, stashes and other work trees hold', async () => {
    repository.commit('begin', { 'a.txt': 'a' });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit('on the side', { 'side.txt': 'side' });
    repository.git('checkout', '-q', 'main');
    repository.commit('on main', { 'main.txt': 'main' });
    repository.git('merge', '-q', '--no-ff', '--no-commit', 'side');
    repository.commit('merged', { 'merged.txt': 'only in the merge' });
    repository.git('checkout', '-q', '-b', 'gone');
    repository.commit('a branch that is deleted', { 'gone.txt': 'gone' });
    repository.git('tag', '-a', 'v1', '-m', 'what the tag says');
    repository.git('checkout', '-q', 'main');
    repository.git('branch', '-q', '-D', 'gone');
    for (const name of ['first', 'second']) {
      repository.write({ 'a.txt': `${name} stash`, 'new.txt': `untracked ${name}` });
      repository.git('stash', 'push', '-q', '-u');
    }
    repository.write({ 'named.bin': 'a blob of its own' });
    repository.git('tag', 'blob', repository.git('hash-object', '-w', 'named.bin'));
    rmSync(join(repository.path, 'named.bin'));
    repository.git('worktree', 'add', '-q', '--detach', join(repository.path, 'tree'));
    const tree = join(repository.path, 'tree');
    execFileSync(
      'git',
      ['-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '-q', '--allow-empty', '-m', 'detached'],
      { cwd: tree },
    );
    const found = await texts();
    for (const one of [
      'side.txt: side',
      'main.txt: main',
      'merged.txt: only in the merge',
      'gone.txt: gone',
      'tag v1: what the tag says',
      'a.txt: first stash',
      'a.txt: second stash',
      'new.txt: untracked first',
      'new.txt: untracked second',
      'blob: a blob of its own',
      'commit: detached',
    ])
      assert.ok(found.includes(one), `${one} in ${found.join(' | ')}`);
    assert.deepEqual(
      found.filter(key => key.startsWith('error')),
      [],
    );
    assert.deepEqual((await texts({}, tree)).sort(), [...found].sort());
  });

  it('keeps to a range of commits and of paths', async () => {
    const first = repository.commit('one', { 'a/x.txt': '1' }, '2020-01-01');
    repository.commit('two', { 'a/x.txt': '2', 'b/*.txt': 'star' }, '2021-01-01');
    repository.commit('three', { 'b/y.txt': '3' }, '2022-01-01');
    const cases: [Partial<HistoryRange>, string[]][] = [
      [{ not: first }, ['commit: two', 'a/x.txt: 2', 'b/*.txt: star', 'commit: three', 'b/y.txt: 3']],
      [{ since: '2021-06-01' }, ['commit: three', 'b/y.txt: 3']],
      [{ maximumCommits: 1 }, ['commit: three', 'b/y.txt: 3']],
      [{ paths: ['a'] }, ['commit: one', 'a/x.txt: 1', 'commit: two', 'a/x.txt: 2']],
      [{ paths: ['b/*.txt'] }, ['commit: two', 'b/*.txt: star']],
    ];
    for (const [range, expected] of cases) assert.deepEqual(await texts(range), expected, JSON.stringify(range));
    assert.deepEqual(await texts({ paths: ['x.txt'] }, join(repository.path, 'a')), cases[3]![1]);
  });

  it('says what it does not give: what is large, binary or not here', async () => {
    repository.commit('begin', {
      'large.txt': 'x '.repeat(5000),
      'large.bin': Buffer.alloc(5000),
      'small.bin': Buffer.from([1, 0, 2]),
      'small.txt': 'small',
      'empty.txt': '',
    });
    assert.deepEqual((await texts({}, repository.path, 1000)).sort(), [
      'commit: begin',
      'empty.txt: ',
      'large.bin: binary',
      'large.txt: too-large',
      'small.bin: binary',
      'small.txt: small',
    ]);
    const blob = repository.git('rev-parse', 'HEAD:small.txt');
    rmSync(join(repository.path, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    assert.ok((await texts()).includes('small.txt: missing'));
  });

  it('works in sub-folders, bare and shallow clones, and where nothing is committed', async () => {
    assert.deepEqual(await texts(), []);
    assert.deepEqual(await head(repository.path), []);
    repository.commit('one', { 'a/b.txt': '1' });
    repository.commit('two', { 'a/b.txt': '2' });
    assert.deepEqual(await head(repository.path), ['a/b.txt']);
    const all = ['commit: one', 'a/b.txt: 1', 'commit: two', 'a/b.txt: 2'];
    assert.deepEqual(await texts({}, join(repository.path, 'a')), all);
    const bare = join(repository.path, 'bare.git');
    const shallow = join(repository.path, 'shallow');
    const from = `file://${repository.path}`;
    repository.git('clone', '-q', '--bare', from, bare);
    repository.git('clone', '-q', '--depth', '1', from, shallow);
    assert.deepEqual(await texts({}, bare), all);
    assert.deepEqual(await texts({}, shallow), all.slice(2));
    assert.deepEqual(await openRepository(bare), { value: { root: bare, shallow: false } });
    assert.deepEqual(await openRepository(shallow), { value: { root: shallow, shallow: true } });
  });

  it('starts nothing that a hostile repository names', async () => {
    repository.commit('begin', { 'a.txt': 'a', '.gitattributes': '* diff=evil filter=evil\n' });
    const mark = join(repository.path, 'mark');
    const evil = join(repository.path, 'evil.sh');
    repository.write({ 'evil.sh': `#!/bin/sh\ntouch '${mark}'\n` });
    chmodSync(evil, 0o755);
    mkdirSync(join(repository.path, '.git/hooks'), { recursive: true });
    for (const [name, value] of Object.entries({
      'core.fsmonitor': evil,
      'core.sshCommand': evil,
      'core.pager': evil,
      'pager.rev-list': evil,
      'core.hooksPath': repository.path,
      'core.alternateRefsCommand': evil,
      'diff.external': evil,
      'diff.evil.command': evil,
      'diff.evil.textconv': evil,
      'filter.evil.smudge': evil,
      'filter.evil.process': evil,
      'gpg.program': evil,
      'log.showSignature': 'true',
      'remote.origin.url': `ext::${evil}`,
      'remote.origin.promisor': 'true',
      'remote.origin.uploadpack': evil,
      'protocol.ext.allow': 'always',
      'extensions.partialClone': 'origin',
    }))
      repository.git('config', name, value);
    const blob = repository.git('rev-parse', 'HEAD:a.txt');
    rmSync(join(repository.path, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    rmSync(mark, { force: true });
    const found = await texts();
    assert.ok(found.includes('a.txt: missing'), found.join(' | '));
    await openRepository(repository.path);
    assert.equal(existsSync(mark), false, 'a program of the repository ran');
  });

  it('ends git when its reader stops early, and says when there is no repository', async () => {
    for (let n = 0; n < 3; n++) repository.commit(`${n}`, { 'a.txt': `${n}` });
    for await (const _ of readObjects(repository.path, walkHistory(repository.path, { paths: [] }), { limit: 10 }))
      break;
    const outside = join(repository.path, '..');
    assert.match((await texts({}, outside)).join(), /^error: this is not a git repository/);
  });

  async function head(folder: string): Promise<string[]> {
    const paths: string[] = [];
    for await (const item of walkHead(folder, [])) paths.push(item.error ?? item.object?.path ?? '');
    return paths;
  }
}).timeout(60_000);
