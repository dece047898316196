import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Action, Destination, Finding } from '../../src/core/model';
import { createPolicy } from '../../src/core/policy';
import { sign } from '../../src/io/sshSignatures';
import { type KeptWaiver, waiversPath, waiverText } from '../../src/io/waiversFile';
import { readWorkspaceSettings } from '../../src/io/workspaceSettings';

const model: Destination = { kind: 'model', name: 'copilot/gpt-5' };
const blocks = [{ detectors: ['pii/*'], action: 'block', reason: 'no people' }];
const unsigned: KeptWaiver = {
  id: '0123456789ab',
  detectors: ['pii/email'],
  paths: ['test/**'],
  action: 'log',
  reason: 'made-up people',
  owner: 'ada',
  expires: new Date(Date.now() + 3_600_000).toISOString(),
};

describe('waivers', () => {
  let folder: string;
  before(function () {
    folder = mkdtempSync(join(tmpdir(), 'lockside-waiver-'));
    for (const name of ['ada', 'eve']) {
      const args = ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(folder, name)];
      if (spawnSync('ssh-keygen', args).status !== 0) this.skip();
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    for (const place of ['shop', 'etc']) rmSync(join(folder, place), { recursive: true, force: true });
  });

  it('let go what the layer of their approver forbids, or one below it, and nothing else', () => {
    const cases: [approver: 'managed' | 'organisation' | 'workspace', bound: string, waived: boolean][] = [
      ['managed', 'managed', true],
      ['managed', 'organisation', true],
      ['managed', 'workspace', true],
      ['organisation', 'managed', false],
      ['organisation', 'organisation', true],
      ['workspace', 'managed', false],
      ['workspace', 'organisation', false],
      ['workspace', 'workspace', true],
    ];
    for (const [approver, bound, waived] of cases) {
      setUp({ approver, bound });
      keep(signed(unsigned, 'ada'));
      assert.equal(decided(), waived ? 'log' : 'block', `${approver} for ${bound}`);
    }
    setUp({ approver: 'workspace', bound: 'workspace' });
    keep(signed(unsigned, 'ada'));
    assert.equal(decided('pii/phone'), 'block');
    assert.equal(decided('pii/email', 'src/a.ts'), 'block');
  });

  it('S44: hold only with the signature of a person who may: an edit, another key and none at all change nothing', () => {
    setUp({ approver: 'workspace', bound: 'workspace' });
    const cases: [KeptWaiver, RegExp][] = [
      [unsigned, /nobody has signed it/],
      [signed(unsigned, 'eve'), /nobody whose signature counts/],
      [{ ...signed(unsigned, 'ada'), paths: ['**'] }, /not one of this content/],
      [{ ...signed(unsigned, 'ada'), action: 'allow' }, /not one of this content/],
      [{ ...unsigned, signature: 'I approve' }, /nobody whose signature counts/],
      [signed({ ...unsigned, detectors: ['*'] }, 'ada'), /not all of them/],
      [signed({ ...unsigned, reason: ' ' }, 'ada'), /say why/],
      [signed({ ...unsigned, expires: 'never' }, 'ada'), /has to end/],
    ];
    for (const [waiver, message] of cases) {
      keep(waiver);
      assert.equal(decided(), 'block', String(message));
      assert.match(
        read()
          .faults.map(fault => fault.message)
          .join(),
        message,
      );
    }
  });

  it('S42: end when they end, without anything being read again', () => {
    setUp({ approver: 'workspace', bound: 'workspace' });
    keep(signed(unsigned, 'ada'));
    let now = new Date().toISOString();
    const policy = createPolicy(read().policies, '2026-06-15', () => now);
    const ask = () => policy.decide(finding('pii/email'), { path: 'test/a.ts' }, model);
    assert.deepEqual([ask().action, ask().reason.startsWith('waived by ada until')], ['log', true]);
    now = unsigned.expires;
    assert.deepEqual([ask().action, ask().reason], ['block', 'no people']);
  });

  it('are none where the file is hostile', () => {
    setUp({ approver: 'workspace', bound: 'workspace' });
    for (const text of ['{}', '[null, 1, "a", [], {"__proto__": {}}]', '[', `[${'[],'.repeat(5000)}[]]`]) {
      write(`shop/${waiversPath}`, text);
      assert.equal(decided(), 'block');
      assert.ok(read().faults.length > 0);
    }
  });

  function setUp({ approver, bound }: { approver: string; bound: string }): void {
    const approvers = [{ name: 'ada', key: readFileSync(join(folder, 'ada.pub'), 'utf8').trim() }];
    const of = (layer: string) => ({
      ...(approver === layer ? { 'lockside.approvers': approvers } : {}),
      ...(bound === layer ? { 'lockside.rules': blocks } : {}),
    });
    write('etc/policy.json', JSON.stringify(of('managed')));
    write('shop/org.json', JSON.stringify(of('organisation')));
    const extension = { 'lockside.extends': [{ from: './org.json' }] };
    write('shop/.vscode/settings.json', JSON.stringify({ ...of('workspace'), ...extension }));
  }

  function keep(waiver: KeptWaiver): void {
    write(`shop/${waiversPath}`, JSON.stringify([waiver]));
  }

  function signed(waiver: KeptWaiver, name: string): KeptWaiver {
    const result = sign(waiverText(waiver), join(folder, name), 'lockside-waiver');
    assert.ok('signature' in result);
    return { ...waiver, signature: result.signature };
  }

  function read() {
    const managedFile = join(folder, 'etc/policy.json');
    return readWorkspaceSettings({ root: join(folder, 'shop'), userFile: undefined, today: '2026-06-15', managedFile });
  }

  function decided(detector = 'pii/email', path = 'test/a.ts'): Action {
    return read().policy.decide(finding(detector), { path }, model).action;
  }

  function write(name: string, text: string): void {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});

function finding(detector: string): Finding {
  return { detector, fingerprint: 'f'.repeat(16) } as Finding;
}
