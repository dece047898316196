import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Destination, Finding } from '../../src/core/model';
import { integrityOf, policyPlace } from '../../src/io/sharedPolicies';
import { sign, verifySignature } from '../../src/io/sshSignatures';
import { readWorkspaceSettings } from '../../src/io/workspaceSettings';

const model: Destination = { kind: 'model', name: 'copilot/gpt-5' };
const blocks = JSON.stringify({ 'lockside.rules': [{ detectors: ['pii/*'], action: 'block', reason: 'ours' }] });

describe('policies from above', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lockside-policy-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('S41: what the machine blocks, a repository does not allow, and the answer names both', () => {
    write('etc/policy.json', blocks);
    workspace({ 'lockside.rules': [{ action: 'allow' }] });
    const { policy } = read();
    assert.deepEqual(decided('pii/email'), ['block', 'managed']);
    assert.deepEqual(decided('secret/jwt'), ['allow', 'workspace']);
    assert.deepEqual(
      policy.explain('pii/email', {}, model).map(({ layer, action }) => [layer, action]),
      [
        ['default', 'redact'],
        ['managed', 'block'],
        ['workspace', 'allow'],
      ],
    );
  });

  it('S41: what the machine blocks, a suppression in the repository does not let go', () => {
    write('etc/policy.json', blocks);
    workspace({ 'lockside.suppressions': [{ detector: 'pii/*', reason: 'fine' }] });
    assert.deepEqual(decided('pii/email'), ['block', 'managed']);
  });

  it('S21: a repository that grants itself trust loosens nothing that stands above it', () => {
    write(
      'etc/policy.json',
      JSON.stringify({ 'lockside.guard.unguardedModels': 'block', 'lockside.guard.restore': { command: 'block' } }),
    );
    workspace({ 'lockside.guard.unguardedModels': 'allow', 'lockside.guard.restore': { command: 'allow' } });
    const { policy, value } = read();
    assert.equal(policy.unguardedModels, 'block');
    assert.deepEqual(policy.restore('command'), { action: 'block', layer: 'managed' });
    assert.equal(value('guard.unguardedModels'), 'block');
  });

  it('hold everything back where the machine policy is broken', () => {
    write('etc/policy.json', '{ "lockside.rules": [');
    workspace({ 'lockside.rules': [{ action: 'allow' }] });
    assert.deepEqual(decided('secret/jwt'), ['block', 'managed']);
    assert.match(faults(), /etc\/policy\.json.*held back/);
  });

  it('are extended by a file, and by a package that is pinned', () => {
    write('shop/policies/org.json', blocks);
    workspace({ 'lockside.extends': [{ from: './policies/org.json' }] });
    assert.deepEqual(decided('pii/email'), ['block', 'organisation']);
    write('shop/node_modules/@acme/policy/lockside.json', blocks);
    workspace({ 'lockside.extends': [{ from: 'npm:@acme/policy', integrity: integrityOf(blocks) }] });
    assert.deepEqual(decided('pii/email'), ['block', 'organisation']);
    assert.equal(faults(), '');
  });

  it('are strict where one is missing, changed, not pinned or broken', () => {
    write('shop/node_modules/@acme/policy/lockside.json', blocks);
    write('shop/broken.json', '[]');
    const cases: [object, RegExp][] = [
      [{ from: './gone.json' }, /not there/],
      [{ from: 'npm:@acme/policy' }, /needs its "integrity"/],
      [{ from: 'npm:@acme/policy', integrity: integrityOf('another') }, /not the policy that was pinned/],
      [{ from: 'npm:../../etc' }, /is not npm:PACKAGE/],
      [{ from: 'https://policy.example.com/p.json', integrity: integrityOf(blocks) }, /not there/],
      [{ from: '../outside.json' }, /needs its "integrity"|not there/],
      [{ from: './broken.json' }, /not a JSON object/],
    ];
    for (const [extension, message] of cases) {
      workspace({ 'lockside.extends': [extension], 'lockside.rules': [{ action: 'allow' }] });
      assert.match(faults(), message, JSON.stringify(extension));
      assert.deepEqual(decided('secret/jwt'), ['redact', 'organisation'], JSON.stringify(extension));
      assert.equal(read().policy.unguardedModels, 'block');
    }
  });

  it('count only when somebody has signed them whose signature counts', function () {
    const [ada, eve] = [makeKey('ada'), makeKey('eve')];
    if (!ada || !eve) return this.skip();
    write('shop/org.json', blocks);
    const extend = (name: string, key: string) =>
      workspace({ 'lockside.extends': [{ from: './org.json', signers: [{ name, key }] }] });
    extend('ada', ada.publicKey);
    assert.match(faults(), /not signed/);
    write('shop/org.json.sig', signed(blocks, ada.file));
    assert.deepEqual([faults(), decided('pii/email')], ['', ['block', 'organisation']]);
    write('shop/org.json', `${blocks}\n`);
    assert.match(faults(), /not one of this content/);
    write('shop/org.json', blocks);
    extend('eve', eve.publicKey);
    assert.match(faults(), /nobody whose signature counts/);
    // A signature for something else is none for a policy.
    const other = sign(blocks, ada.file, 'lockside-waiver');
    assert.ok('signature' in other);
    const told = verifySignature(blocks, other.signature, [{ name: 'ada', key: ada.publicKey }], 'lockside-policy');
    assert.ok('error' in told);
    assert.ok(policyPlace(folder, { from: './org.json' }));
  });

  function read() {
    const managedFile = join(folder, 'etc/policy.json');
    return readWorkspaceSettings({ root: join(folder, 'shop'), userFile: undefined, today: '2026-06-15', managedFile });
  }

  function decided(detector: string): [string, string] {
    const { action, layer } = read().policy.decide(
      { detector, fingerprint: 'f'.repeat(16) } as Finding,
      { path: 'a.ts' },
      model,
    );
    return [action, layer];
  }

  /** Without those that tell who owns a file, which depends on who runs the tests. */
  function faults(): string {
    const told = read().faults.filter(({ message }) => !message.includes('others than root'));
    return told.map(({ where, message }) => `${where}: ${message}`).join('\n');
  }

  function workspace(settings: object): void {
    write('shop/.vscode/settings.json', JSON.stringify(settings));
  }

  function write(name: string, text: string): void {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }

  function makeKey(name: string): { file: string; publicKey: string } | undefined {
    const file = join(folder, name);
    const args = ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', file];
    if (spawnSync('ssh-keygen', args).status !== 0) return undefined;
    return { file, publicKey: spawnSync('cat', [`${file}.pub`], { encoding: 'utf8' }).stdout.trim() };
  }

  function signed(content: string, key: string): string {
    const result = sign(content, key, 'lockside-policy');
    assert.ok('signature' in result);
    return result.signature;
  }
});
