import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const plugin = join(__dirname, '../../plugin');

/** The launcher beside a stand-in for `dist/cli.js`, and a PATH on which there is no Node. */
// On Windows, hook.ps1 does the same.
const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('the launcher of agent hooks', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'lockside-test-'));
    for (const name of ['plugin', 'dist', 'bin']) mkdirSync(join(folder, name));
    copyFileSync(join(plugin, 'hook.sh'), join(folder, 'plugin', 'hook.sh'));
    symlinkSync('/bin/sh', join(folder, 'bin', 'sh'));
    symlinkSync('/usr/bin/dirname', join(folder, 'bin', 'dirname'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function launch(cli: string, env: Record<string, string> = { LOCKSIDE_NODE: process.execPath }) {
    writeFileSync(join(folder, 'dist', 'cli.js'), cli);
    const script = join(folder, 'plugin', 'hook.sh');
    const { status, stdout, stderr } = spawnSync('/bin/sh', [script], {
      env: { PATH: join(folder, 'bin'), ...env },
      input: '{"hook_event_name":"Stop"}',
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  it('passes the message and the answer on, though no Node is on the PATH', () => {
    const answer = launch(
      "process.stdin.on('data', piece => process.stdout.write(JSON.stringify({ args: process.argv.slice(2), got: String(piece) })))",
    );
    assert.equal(answer.status, 0, answer.stderr);
    assert.deepEqual(JSON.parse(answer.stdout), { args: ['hook', 'vscode'], got: '{"hook_event_name":"Stop"}' });
  });

  const faults: [string, string, Record<string, string>?][] = [
    ['no Node at all', '', {}],
    ['a Node that is gone', '', { LOCKSIDE_NODE: '/nowhere/node' }],
    ['a command that fails', 'process.exit(1)'],
    ['a command that ends in a way of its own', 'process.exit(7)'],
    ['a command that crashes', 'null.x'],
    ['a command that is killed', "process.kill(process.pid, 'SIGKILL')"],
  ];
  for (const [what, cli, env] of faults) {
    it(`ends with 2, which blocks, on ${what}`, () => assert.equal(launch(cli, env).status, 2));
  }
});
