import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { envelopeOf, preAuthentication, type SignOff, statementOf } from '../../src/audit/signOff';
import { writeSignOff } from '../../src/io/signOffFiles';
import { sign } from '../../src/io/sshSignatures';
import { type Folder, makeFolder } from './lockside';

describe('lockside sign-off', () => {
  let folder: Folder;
  let commit: string;
  beforeEach(function () {
    folder = makeFolder({ 'src/a.ts': 'export {};\n' });
    for (const name of ['ada', 'ben', 'eve'])
      if (spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', keyOf(name)]).status !== 0) this.skip();
    const approver = (name: string, ...roles: string[]) => {
      const key = readFileSync(`${keyOf(name)}.pub`, 'utf8').trim();
      return { name, key, emails: [`${name}@example.com`], roles };
    };
    folder.write({
      '.vscode/settings.json': JSON.stringify({
        'lockside.approvers': [approver('ada', 'security', 'release'), approver('ben', 'release')],
        'lockside.signOff': { quorum: 2, roles: ['security'] },
      }),
    });
    git('init', '-q', '-b', 'main');
    commit = commitAs('eve', 'first');
  });
  afterEach(() => folder.remove());

  it('wants a quorum with every role, and says who is missing', async () => {
    assert.deepEqual(await status(), [1, ['0 of 2 people have approved', 'nobody has approved as security']]);
    signOff('ada', { role: 'security' });
    assert.deepEqual(await status(), [1, ['1 of 2 people have approved']]);
    signOff('ada', { role: 'release' });
    assert.equal((await status())[0], 1, 'one person is one person');
    signOff('ada', { role: 'security', time: '2026-06-16T00:00:00Z' });
    signOff('ben', { role: 'release' });
    assert.deepEqual(await status(), [0, []]);
    commitAs('ben', 'the sign-offs');
    assert.deepEqual(await status(), [0, []], 'commits that only add sign-offs are passed over');
    folder.write({ 'src/a.ts': 'export const changed = 1;\n' });
    commitAs('eve', 'a change after the sign-off');
    assert.equal((await status())[0], 1, 'a sign-off is bound to its commit');
  });

  it('lets nobody approve their own work, be it as a co-author', async () => {
    folder.write({ 'src/a.ts': 'export const mine = 1;\n' });
    commit = commitAs('ada', 'mine\n\nCo-authored-by: Ben <ben@example.com>');
    signOff('ada', { role: 'security' });
    signOff('ben', { role: 'release' });
    const [code, missing] = await status();
    assert.equal(code, 1);
    assert.match(missing.toSorted().join(), /0 of 2.*ada wrote it.*ben wrote it/);
  });

  it('counts no sign-off that is rejected, forged, of a stranger, about another commit or for a role not given', async () => {
    signOff('ada', { role: 'security' });
    const cases: [() => void, RegExp][] = [
      [() => signOff('eve', { role: 'release' }), /nobody whose signature counts/],
      [() => signOff('ben', { role: 'security' }), /1 of 2/],
      [() => signOff('ben', { role: 'release', commit: '0'.repeat(40) }, commit), /about another commit/],
      [() => forge(), /not one of this content/],
      [() => writeSignOff(folder.path, commit, '{"payload": 1}'), /no in-toto statement/],
      [
        () => signOff('ben', { role: 'release', verdict: 'rejected', reason: 'too early' }),
        /ben rejects it: too early/,
      ],
    ];
    for (const [add, message] of cases) {
      add();
      const [code, missing] = await status();
      assert.equal(code, 1);
      assert.match(missing.join('\n'), message);
    }
  });

  it('S44: is given by a person at a terminal, and by no agent', async () => {
    const args = ['sign-off', 'add', '--role', 'security', '--reason', 'read it', '--key', keyOf('ada')];
    assert.match((await folder.run(args)).stderr, /needs a person at a terminal/);
    assert.match((await folder.run(args, '', { CODEX_SANDBOX: '1' })).stderr, /an AI can't sign/);
  });

  async function status(): Promise<[number | null, string[]]> {
    const { code, stdout } = await folder.run(['sign-off', 'status']);
    return [code, stdout.split('\n').flatMap(line => /✗ (.*)/.exec(line)?.[1] ?? [])];
  }

  function signOff(name: string, more: Partial<SignOff>, filed = more.commit ?? commit): void {
    const fields = {
      commit,
      verdict: 'approved',
      role: '',
      reason: 'fine',
      time: '2026-06-15T00:00:00Z',
      ...more,
    } as const;
    const statement = statementOf(fields, 'work');
    const signed = sign(preAuthentication(statement), keyOf(name), 'lockside-sign-off');
    assert.ok('signature' in signed);
    writeSignOff(folder.path, filed, JSON.stringify(envelopeOf(statement, name, signed.signature)));
  }

  function forge(): void {
    const fields = {
      commit,
      verdict: 'approved',
      role: 'release',
      reason: 'fine',
      time: '2026-06-15T00:00:00Z',
    } as const;
    const signed = sign(
      preAuthentication(statementOf({ ...fields, verdict: 'rejected' }, 'work')),
      keyOf('ben'),
      'lockside-sign-off',
    );
    assert.ok('signature' in signed);
    writeSignOff(folder.path, commit, JSON.stringify(envelopeOf(statementOf(fields, 'work'), 'ben', signed.signature)));
  }

  function keyOf(name: string): string {
    return join(folder.path, '..', name);
  }

  function commitAs(name: string, message: string): string {
    const identity = ['-c', `user.name=${name}`, '-c', `user.email=${name}@example.com`, '-c', 'commit.gpgsign=false'];
    git('add', '-A');
    git(...identity, 'commit', '-q', '-m', message);
    return git('rev-parse', 'HEAD');
  }

  function git(...args: string[]): string {
    const { status, stdout, stderr } = spawnSync('git', ['-C', folder.path, ...args], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout.trim();
  }
});
