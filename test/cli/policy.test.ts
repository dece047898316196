import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Folder, makeFolder } from './lockside';

describe('lockside policy', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder({
      '.git/HEAD': '',
      'org.json': JSON.stringify({
        'lockside.rules': [{ detectors: ['pii/*'], action: 'block', reason: 'no people' }],
      }),
      '.vscode/settings.json': JSON.stringify({
        'lockside.extends': [{ from: './org.json' }],
        'lockside.profiles': ['payments'],
        'lockside.rules': [{ action: 'allow', reason: 'ours' }],
      }),
    });
  });
  afterEach(() => folder.remove());

  it('S41: explains which layer decided, and what each says', async () => {
    const told = await folder.run(['policy', 'explain', 'pii/email', '--path', 'src/a.ts']);
    assert.equal(told.code, 0, told.stderr);
    assert.match(told.stdout, /^pii\/email to model:copilot\/gpt-5: block, says organisation \(no people\)/);
    assert.match(told.stdout, /workspace +allow +ours/);
    const json = JSON.parse((await folder.run(['policy', 'explain', 'secret/jwt', '--json'])).stdout);
    assert.deepEqual([json.action, json.layer], ['allow', 'workspace']);
    const wrong = await folder.run(['policy', 'explain', 'pii/email', '--to', 'moon']);
    assert.deepEqual([wrong.code, /KIND:NAME/.test(wrong.stderr)], [2, true]);
  });

  it('checks the layers', async () => {
    const fine = await folder.run(['policy', 'check']);
    assert.equal(fine.code, 0, fine.stdout);
    assert.match(fine.stdout, /organisation +\.\/org\.json: 1 rule\n/);
    assert.match(fine.stdout, /workspace +\.vscode\/settings\.json: profiles payments, 1 rule/);
    folder.write({ 'org.json': '{', '.lockside/baseline.json': '[]' });
    const broken = await folder.run(['policy', 'check']);
    assert.equal(broken.code, 2);
    assert.match(broken.stdout, /lockside\.extends\[0\]: it is not a JSON object.*profile strict/);
  });

  it('tests the policy by cases', async () => {
    const cases = [
      { detector: 'pii/email', to: 'model:any', expect: 'block' },
      { detector: 'secret/jwt', to: 'model:any', expect: 'redact', name: 'tokens' },
    ];
    folder.write({ '.lockside/policy-tests.json': JSON.stringify(cases) });
    const ran = await folder.run(['policy', 'test']);
    assert.equal(ran.code, 1);
    assert.match(ran.stdout, /✓ 1: pii\/email to model:any: block/);
    assert.match(ran.stdout, /✗ tokens: allow instead of redact, says workspace \(ours\)/);
    assert.match(ran.stdout, /1 passed, 1 failed/);
    folder.write({ 'bad.json': '[{"detector": "pii/email", "to": "model:any", "expect": "forbid"}]' });
    assert.match((await folder.run(['policy', 'test', 'bad.json'])).stderr, /case 1 is not/);
  });

  it('simulates another policy on past decisions', async () => {
    const event = (detector: string) => ({
      detector,
      fingerprint: 'f'.repeat(16),
      destination: 'model:any',
      path: 'a.ts',
    });
    const events = [event('secret/jwt'), event('secret/jwt'), event('pii/email'), { other: 'line' }];
    folder.write({
      'events.jsonl': events.map(one => JSON.stringify(one)).join('\n'),
      'strict.json': JSON.stringify({ 'lockside.profiles': ['strict'] }),
    });
    const ran = await folder.run(['policy', 'simulate', '--with', 'strict.json', '--events', 'events.jsonl']);
    assert.equal(ran.code, 0, ran.stderr);
    assert.match(ran.stdout, /3 past decisions, 2 would be others, 1 lines/);
    assert.match(ran.stdout, /2 {2}allow → redact {2}secret\/jwt to model:any/);
  });

  it('fetches a policy from git, and holds it once it is pinned', async function () {
    const upstream = join(folder.path, '..', 'upstream');
    mkdirSync(upstream, { recursive: true });
    writeFileSync(
      join(upstream, 'p.json'),
      JSON.stringify({ 'lockside.rules': [{ action: 'block', reason: 'from git' }] }),
    );
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
    for (const args of [
      ['init', '-q', '-b', 'main'],
      ['add', '.'],
      [...identity, 'commit', '-qm', 'policy'],
    ])
      if (spawnSync('git', ['-C', upstream, ...args]).status !== 0) return this.skip();
    const from = `git+file://${upstream}#main:p.json`;
    const extend = (entry: object) =>
      folder.write({ '.vscode/settings.json': JSON.stringify({ 'lockside.extends': [entry] }) });
    extend({ from });
    const fetched = await folder.run(['policy', 'update']);
    assert.equal(fetched.code, 1, fetched.stderr);
    const integrity = /"integrity": "(sha256-[0-9a-f]{64})"/.exec(fetched.stdout)?.[1];
    assert.ok(integrity, fetched.stdout);
    extend({ from, integrity });
    assert.equal((await folder.run(['policy', 'update'])).code, 0);
    assert.match(
      (await folder.run(['policy', 'explain', 'secret/jwt'])).stdout,
      /block, says organisation \(from git\)/,
    );
  });
});
