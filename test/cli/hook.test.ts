import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sample } from '../../src/core/detectors/sample';

const secret = sample('AKIA{base32:16}', 77);

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

describe('lockside hook', function () {
  // Each test starts processes that translate their source first.
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'lockside-test-'));
    writeFileSync(join(folder, '.env'), `AWS_ACCESS_KEY_ID=${secret}\n`);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (client: string, message: unknown, env: Record<string, string> = {}) =>
    start(
      ['hook', client],
      typeof message === 'string' ? message : JSON.stringify({ session_id: 's', cwd: folder, ...(message as object) }),
      {
        LOCKSIDE_KEY: key,
        LOCKSIDE_USER_SETTINGS: '',
        XDG_STATE_HOME: folder,
        HOME: folder,
        ...env,
      },
    );

  it('redacts what Claude Code reads, in one process, and restores it where Claude Code writes, in another', async () => {
    const content = `AWS_ACCESS_KEY_ID=${secret}\n`;
    const read = await run('claude-code', {
      hook_event_name: 'PostToolUse',
      tool_name: 'Read',
      tool_input: {},
      tool_response: { type: 'text', file: { content } },
    });
    assert.equal(read.code, 0, read.err);
    const safe: string = JSON.parse(read.out).hookSpecificOutput.updatedToolOutput.file.content;
    assert.match(safe, /^AWS_ACCESS_KEY_ID=SECRET_\w+_1\n$/);
    const wrote = await run('claude-code', {
      hook_event_name: 'PreToolUse',
      tool_name: 'Write',
      tool_input: { file_path: join(folder, 'copy.env'), content: safe },
    });
    assert.equal(JSON.parse(wrote.out).hookSpecificOutput.updatedInput.content, content);
  });

  it('blocks a prompt that holds a secret, without repeating it', async () => {
    const { code, out, err } = await run('claude-code', {
      hook_event_name: 'UserPromptSubmit',
      prompt: `why is ${secret} refused?`,
    });
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).decision, 'block');
    assert.ok(!(out + err).includes(secret));
  });

  it('stops VS Code from reading a file with findings when no window can serve the redacted copy', async () => {
    const { out } = await run('vscode', {
      hook_event_name: 'PreToolUse',
      tool_name: 'read_file',
      tool_input: { filePath: join(folder, '.env') },
      tool_use_id: 'c',
    });
    assert.equal(JSON.parse(out).hookSpecificOutput.permissionDecision, 'deny');
  });

  it("passes a message on to the window, and blocks when the window doesn't answer", async () => {
    const socket = join(folder, 'window');
    const server = createServer({ allowHalfOpen: true }, connection =>
      connection.resume().on('end', () => connection.end('{"window":true}')),
    ).listen(socket);
    const message = { hook_event_name: 'UserPromptSubmit', prompt: 'hello' };
    assert.deepEqual(JSON.parse((await run('vscode', message, { LOCKSIDE_HOOKS: socket })).out), { window: true });
    await new Promise(resolve => server.close(resolve));
    assert.equal((await run('vscode', message, { LOCKSIDE_HOOKS: socket })).code, 2);
  });

  const bad: [string, string, unknown, Record<string, string>?][] = [
    ['an unknown client', 'emacs', {}],
    ['no JSON', 'vscode', 'oops'],
    ['nothing', 'vscode', ''],
    ['no event', 'claude-code', '{}'],
    ['a prompt that is no text', 'claude-code', { hook_event_name: 'UserPromptSubmit', prompt: 7 }],
    [
      'a broken key',
      'claude-code',
      { hook_event_name: 'PreToolUse', tool_name: 'Bash', tool_input: { command: 'ls' } },
      { LOCKSIDE_KEY: 'short' },
    ],
  ];
  for (const [what, client, message, env] of bad) {
    it(`blocks, with code 2 and a reason, on ${what}`, async () => {
      const { code, out, err } = await run(client, message, env);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /^Lockside blocked this: .{5}/);
    });
  }
});

const key = randomBytes(32).toString('base64');

function start(args: readonly string[], input: string, env: Record<string, string>): Promise<Ran> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, '../../src/cli.ts'), ...args], {
    env: { ...process.env, ...env },
  });
  const ran: Ran = { code: null, out: '', err: '' };
  child.stdout.on('data', piece => {
    ran.out += piece;
  });
  child.stderr.on('data', piece => {
    ran.err += piece;
  });
  child.stdin.on('error', () => undefined); // A refused client isn't waited for.
  child.stdin.end(input);
  return new Promise(resolve => child.on('close', code => resolve({ ...ran, code })));
}
