import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { sample } from '../../src/core/detectors/sample';
import { type Provider, startProvider } from '../gateway/rig';
import { bundled, type Folder, makeFolder } from './lockside';

const token = sample('ghp_{alnum:30}{crc62:6}', 13);
const key = { LOCKSIDE_KEY: randomBytes(32).toString('base64') };

describe('lockside gateway', () => {
  let folder: Folder;
  let provider: Provider;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    folder = makeFolder({
      '.vscode/settings.json': '{"lockside.rules": [{"detectors": ["pii/email"], "action": "allow"}]}',
    });
    provider = await startProvider(() => ({
      body: '{"choices": [{"message": {"content": "SECRET_GITHUB_TOKEN_1"}}]}',
    }));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await provider.stop();
    folder.remove();
  });

  it("serves each client by its token, with the workspace's policy and the map of the command line", async () => {
    const redacted = await folder.run(['redact'], `KEY=${token}`, key);
    assert.equal(redacted.stdout, 'KEY=SECRET_GITHUB_TOKEN_1');
    const { child, lines } = await start('--client', 'codex', 'claude=a-token-of-its-own-kept');
    assert.match(lines[0]!, /^codex: http:\/\/127\.0\.0\.1:\d+\/lockside-[\w-]{24}$/);
    assert.match(lines[1]!, /^claude: http:\/\/127\.0\.0\.1:\d+\/lockside-a-token-of-its-own-kept$/);
    for (const line of lines) {
      const base = line.replace(/^\w+: /, '');
      const body = { model: 'm', messages: [{ role: 'user', content: `${token} of someone@company.io` }] };
      const response = await fetch(`${base}/v1/chat/completions`, { method: 'POST', body: JSON.stringify(body) });
      assert.ok((await response.text()).includes(token));
      const [sent] = provider.requests.splice(0);
      assert.equal(sent!.url, '/base/v1/chat/completions');
      assert.ok(sent!.body.includes('SECRET_GITHUB_TOKEN_1 of someone@company.io') && !sent!.body.includes(token));
    }
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('leaves its names to the next one', async () => {
    const ask = async ([base]: readonly string[]) => {
      const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: `my ${token}` }] });
      await fetch(`${base!.replace(/^\w+: /, '')}/v1/chat/completions`, { method: 'POST', body });
    };
    const one = await start();
    await ask(one.lines);
    one.child.kill('SIGTERM');
    await once(one.child, 'exit');
    const restored = await folder.run(['restore'], 'SECRET_GITHUB_TOKEN_1', key);
    assert.equal(restored.stdout, token);
  });

  it('keeps which texts hold nothing, and none of what does', async () => {
    const ask = async (prompt: string) => {
      const { child, lines } = await start();
      const messages = [prompt, 'You help with the code.'].map(content => ({ role: 'user', content }));
      const body = JSON.stringify({ model: 'm', messages });
      await fetch(`${lines[0]!.replace(/^\w+: /, '')}/v1/chat/completions`, { method: 'POST', body });
      child.kill('SIGTERM');
      await once(child, 'exit');
      return provider.requests.splice(0).map(it => it.body);
    };
    const maps = join(dirname(folder.path), 'state', 'maps');
    const [first] = await ask(`my ${token}`);
    const [file] = readdirSync(maps).filter(name => name.endsWith('.clean'));
    const kept = readFileSync(join(maps, file!));
    assert.ok(kept.length > 100 && kept.length < 2000);
    assert.ok(!kept.includes(token) && !kept.includes('You help'));
    assert.deepEqual(await ask(`my ${token}`), [first]);
    assert.ok(!first!.includes(token));
  });

  it('ends with the editor that started it', async () => {
    const { child } = await start();
    child.disconnect();
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('listens on this machine alone, and trusts no plain http beyond it', async () => {
    const cases: [args: string[], why: RegExp][] = [
      [['--listen', '0.0.0.0:1'], /127\.0\.0\.1 only/],
      [['--upstream', 'openai=http://api.example.com/v1'], /https is needed/],
      [['--upstream', 'openai=https://user:secret@api.example.com'], /without key/],
      [['--upstream', 'other=https://api.example.com'], /providers are/],
      [['--client', 'codex=short'], /16 to 200/],
    ];
    for (const [args, why] of cases) {
      const { code, stderr } = await folder.run(['gateway', ...args], '', key);
      assert.equal(code, 2);
      assert.match(stderr, why);
      assert.ok(!stderr.includes('secret@'));
    }
  });

  /** Starts a gateway in the folder; gives the lines that name its bases. */
  async function start(...args: string[]) {
    const upstream = ['--upstream', `openai=${provider.url}/base/v1`];
    const child = spawn(process.execPath, [bundled(), 'gateway', '--listen', '127.0.0.1:0', ...upstream, ...args], {
      cwd: folder.path,
      env: { ...process.env, ...key, LOCKSIDE_STATE: join(dirname(folder.path), 'state'), LOCKSIDE_USER_SETTINGS: '' },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    children.push(child);
    const lines: string[] = [];
    const input = createInterface(child.stdout!);
    const expected = args.includes('--client') ? args.length - 1 : 1;
    input.on('line', line => lines.push(line));
    while (lines.length < expected) await once(input, 'line');
    return { child, lines };
  }
}).timeout(60_000);
