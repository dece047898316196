import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json';
import { sample } from '../../src/core/detectors/sample';
import { type Folder, makeFolder } from './lockside';

const token = sample('ghp_{alnum:30}{crc62:6}', 31);

describe('lockside setup, on a disk', function () {
  this.timeout(60_000);
  let folder: Folder;
  let home: string;
  let env: Record<string, string>;
  beforeEach(() => {
    folder = makeFolder({});
    home = join(folder.path, '..', "o'hara home");
    const programs = join(home, 'our programs');
    env = {
      ...{ HOME: home, CODEX_HOME: '', CLAUDE_CONFIG_DIR: '', LOCKSIDE_PROGRAMS: programs },
      ...{ LOCKSIDE_KEY: randomBytes(32).toString('base64'), PATH: `${programs}:${join(home, 'bin')}` },
    };
    for (const name of ['claude', 'opencode']) {
      folder.write({ [`../o'hara home/bin/${name}`]: '#!/bin/sh\necho "real $*"\n' });
      chmodSync(join(home, 'bin', name), 0o755);
    }
  });
  afterEach(() => folder.remove());

  const setUp = async (...args: string[]) => {
    const { code, stdout, stderr } = await folder.run(['setup', ...args], '', env);
    assert.equal(code, 0, stderr);
    return stdout;
  };

  it('makes hooks that answer without a PATH, and block where Lockside is gone', async () => {
    await setUp('claude-code');
    const { hooks } = JSON.parse(readFileSync(join(home, '.claude', 'settings.json'), 'utf8'));
    const { command } = hooks.UserPromptSubmit[0].hooks[0];
    const message = { hook_event_name: 'UserPromptSubmit', prompt: token, session_id: 's', cwd: folder.path };
    const ask = (line: string) =>
      spawnSync('/bin/sh', ['-c', line], {
        ...{ input: JSON.stringify(message), encoding: 'utf8', cwd: folder.path },
        env: { HOME: home, LOCKSIDE_KEY: env.LOCKSIDE_KEY, LOCKSIDE_USER_SETTINGS: '' },
      });
    const { status, stdout, stderr } = ask(command);
    assert.equal(status, 0, stderr);
    assert.equal(JSON.parse(stdout).decision, 'block');
    assert.ok(!stdout.includes(token));
    assert.equal(ask(command.replace('our programs', 'gone')).status, 2);
  });

  it("starts the person's own program behind a launcher, with its arguments as they are", async () => {
    await setUp('opencode');
    const { status, stdout, stderr } = spawnSync(
      join(env.LOCKSIDE_PROGRAMS!, 'opencode'),
      ['run', 'two  words', '$x'],
      {
        ...{ encoding: 'utf8', cwd: folder.path },
        env: { ...env, LOCKSIDE_STATE: join(folder.path, '..', 'state'), LOCKSIDE_USER_SETTINGS: '' },
      },
    );
    assert.equal(status, 0, stderr);
    assert.equal(stdout, 'real run two  words $x\n');
    assert.match(stderr, /opencode is guarded on its way/);
  });

  it('follows links, keeps modes, and leaves no trace after it was undone', async () => {
    const text = '{\n  "model": "opus" // mine\n}\n';
    folder.write({ "../o'hara home/dotfiles/claude.json": text, "../o'hara home/.claude/other": '' });
    const real = join(home, 'dotfiles', 'claude.json');
    const link = join(home, '.claude', 'settings.json');
    chmodSync(real, 0o640);
    symlinkSync(real, link);
    await setUp('--all');
    assert.match(readFileSync(real, 'utf8'), /hook claude-code/);
    assert.match(await setUp(), /claude-code +installed, hooks\n[\s\S]*opencode +installed, hooks and launcher\n/);
    assert.equal(statSync(real).mode & 0o777, 0o640);
    assert.match(await setUp('--all', '--undo'), /claude-code is as it was before/);
    assert.equal(readFileSync(real, 'utf8'), text);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.ok(!existsSync(env.LOCKSIDE_PROGRAMS!) && !existsSync(join(folder.path, '..', 'state', 'setup.json')));
  });

  it('is taken out again when the extension is uninstalled', async () => {
    await setUp('claude-code');
    const commands = manifest.scripts['vscode:uninstall'].split(' && ');
    for (const command of commands) {
      const [program, file, ...args] = command.split(' ');
      assert.deepEqual([program, file], ['node', './dist/cli.js']);
      assert.equal((await folder.run(args, '', env)).code, 0, command);
    }
    assert.ok(!existsSync(join(home, '.claude', 'settings.json')));
  });

  it('writes nothing where it is only asked what it would', async () => {
    assert.match(await setUp('claude-code', '--dry-run'), /would be changed like this[\s\S]*UserPromptSubmit: /);
    assert.ok(!existsSync(join(home, '.claude')) && !existsSync(env.LOCKSIDE_PROGRAMS!));
  });
});
