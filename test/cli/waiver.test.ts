import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Folder, makeFolder } from './lockside';

describe('lockside waiver', () => {
  let folder: Folder;
  let key: string;
  beforeEach(function () {
    folder = makeFolder({ '.git/HEAD': '' });
    key = join(folder.path, '..', 'key');
    if (spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]).status !== 0) this.skip();
    folder.write({
      '.vscode/settings.json': JSON.stringify({
        'lockside.approvers': [{ name: 'ada', key: readFileSync(`${key}.pub`, 'utf8').trim() }],
        'lockside.rules': [{ action: 'block', reason: 'nothing leaves' }],
      }),
    });
  });
  afterEach(() => folder.remove());

  it('S44: is written down by anybody, and signed by nobody but a person at a terminal', async () => {
    const added = await folder.run([
      'waiver',
      'add',
      '--detector',
      'pii/email',
      '--reason',
      'made up',
      '--owner',
      'ada',
    ]);
    assert.equal(added.code, 0, added.stderr);
    const id = added.stdout.slice(0, 12);
    assert.match((await folder.run(['waiver', 'list'])).stdout, /✗ .*nobody has signed it/);
    const alone = await folder.run(['waiver', 'sign', id, '--key', key]);
    assert.deepEqual([alone.code, /needs a person at a terminal/.test(alone.stderr)], [2, true]);
    const agent = await folder.run(['waiver', 'sign', id, '--key', key], '', { CLAUDECODE: '1' });
    assert.match(agent.stderr, /an AI can't sign/);
    assert.match((await folder.run(['policy', 'explain', 'pii/email'])).stdout, /: block, says workspace/);
  });

  it('has to name detectors, and to end', async () => {
    const add = (...args: string[]) =>
      folder.run(['waiver', 'add', '--reason', 'r', '--owner', 'o', '--detector', 'pii/email', ...args]);
    assert.equal((await add('--expires', '2020-01-01')).code, 2);
    assert.equal((await add('--expires', '999')).code, 2);
    assert.equal((await add('--expires', 'soon')).code, 2);
    assert.equal((await folder.run(['waiver', 'sign', 'nothing', '--key', key])).code, 2);
  });
});
