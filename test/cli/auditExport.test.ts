import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createEventWriter, exportFormats } from '../../src/audit/export/createEventWriter';
import { readEntries } from '../../src/audit/trail/readEntries';
import { sample } from '../../src/core/detectors/sample';
import { logsOf, startReceiver } from '../audit/otlp/receiver';
import { hasOpenssl, makeAuthority } from '../audit/trail/authority';
import { type Folder, makeFolder } from './lockside';

const canaries = [sample('ghp_{alnum:30}{crc62:6}', 33), sample('xoxb-{digit:12}-{digit:12}-{alnum:24}', 33)];
const text = canaries.map((token, index) => `token${index} = "${token}"\n`).join('');

describe('lockside audit export', () => {
  let folder: Folder;
  let env: Record<string, string>;
  let state: string;
  beforeEach(() => {
    folder = makeFolder({ '.git/HEAD': '' });
    state = join(folder.path, '..', 'audited');
    env = { LOCKSIDE_KEY: Buffer.alloc(32, 7).toString('base64'), LOCKSIDE_STATE: state };
  });
  afterEach(() => folder.remove());

  const run = (args: readonly string[], input?: string) => folder.run(args, input, env);

  it('S33: no literal stands in an export, a message or anything that Lockside keeps', async () => {
    folder.write({ '.vscode/settings.json': '{"lockside.rules": [{"action": "block"}]}' });
    const told = [
      await run(['redact'], text),
      await run(['hook', 'claude-code'], JSON.stringify({ hook_event_name: 'UserPromptSubmit', prompt: text })),
      await run(['hook', 'claude-code'], `{"prompt": "${canaries[1]}`),
    ];
    const receiver = await startReceiver();
    const exported: string[] = [];
    for (const format of exportFormats) {
      const writer = createEventWriter(format, '1.0.0');
      let text = writer.begin();
      for await (const entry of readEntries(join(state, 'trail'))) text += writer.event(entry);
      exported.push(text + writer.end());
    }
    assert.ok(exported.every(one => one.includes('secret/')));
    told.push(await run(['audit', 'export', '--format', 'otlp', '--endpoint', receiver.url]));
    await receiver.close();
    assert.ok(logsOf(receiver.received).length >= 2);
    const kept = filesIn(state).map(file => readFileSync(file, 'latin1'));
    const outputs = told.map(({ stdout, stderr }) => stdout + stderr);
    const all = [...kept, ...outputs, ...exported, JSON.stringify(receiver.received)];
    for (const canary of canaries) assert.ok(!all.some(one => one.includes(canary)), 'a literal got out');
  });

  it('says what it can not do, and where', async () => {
    for (const [args, message] of [
      [['--format', 'csv', '--since', 'yesterday'], /--since yesterday: give a day/],
      [['--format', 'otlp', '--endpoint', 'http://example.com:4318'], /by https beyond this machine/],
      [['--format', 'csv', '--identity', 'nowhere'], /nowhere can't be read/],
    ] as const) {
      const ran = await run(['audit', 'export', ...args]);
      assert.equal(ran.code, 2);
      assert.match(ran.stderr, message);
    }
  });

  it('opens what is sealed to the one who has the identity', async () => {
    const [own, other] = [await generateX25519Identity(), await generateX25519Identity()];
    const recipient = await identityToRecipient(own);
    folder.write({
      '.vscode/settings.json': JSON.stringify({ 'lockside.audit.recipients': [recipient] }),
      'own.txt': `# ours\n${own}\n`,
      'other.txt': `${other}\n`,
    });
    await run(['redact'], text);
    const closed = await run(['audit', 'export', '--format', 'jsonl']);
    assert.deepEqual([closed.code, closed.stdout], [1, '']);
    assert.match(closed.stderr, /2 events are sealed; --identity FILE opens/);
    const wrong = await run(['audit', 'show', '--identity', 'other.txt']);
    assert.deepEqual([wrong.code, wrong.stdout], [1, '']);
    assert.match(wrong.stderr, /2 events are sealed to somebody else/);
    const opened = await run(['audit', 'show', '--identity', 'own.txt']);
    assert.equal(opened.stdout.split('\n').length, 3);
    assert.match((await run(['audit', 'verify'])).stdout, /^✓ nothing was changed: 2 events/);
  });

  it('anchors in a repository and at a time-stamp authority, and verifies by both', async function () {
    if (!hasOpenssl()) {
      console.log('      skipped: openssl is not here');
      this.skip();
    }
    const repository = join(folder.path, 'repository');
    const authority = join(folder.path, 'authority');
    for (const place of [repository, authority]) mkdirSync(place);
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: repository });
    git('init', '-q');
    git('commit', '-q', '--allow-empty', '-m', 'Begin');
    git('config', 'user.name', 'A');
    git('config', 'user.email', 'a@example.com');
    const stamp = makeAuthority(authority);
    const server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', piece => pieces.push(piece));
      request.on('end', () =>
        response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(stamp(Buffer.concat(pieces))),
      );
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await run(['redact'], text);
    const at = (args: readonly string[]) => folder.run(args, '', env, repository);
    const anchor = join(folder.path, 'anchor.json');
    const url = `http://127.0.0.1:${port}/tsr`;
    const made = await at(['audit', 'checkpoint', '--git', '--rfc3161', url, '--out', anchor]);
    server.close();
    assert.equal(made.code, 0, made.stderr);
    const root = join(authority, 'ca.pem');
    const verified = await at(['audit', 'verify', '--anchor', 'git', anchor, '--tsa-root', root]);
    assert.equal(verified.code, 0, verified.stdout + verified.stderr);
    assert.match(verified.stdout, /2 anchors[\s\S]*was stamped on 20\d\d-\S+Z\n/);
    const stranger = await at(['audit', 'verify', '--anchor', anchor, '--tsa-root', join(authority, 'other.pem')]);
    assert.equal(stranger.code, 2);
    assert.match(stranger.stderr, /do not lead to one of those given/);
    const trail = join(state, 'trail');
    const file = join(trail, readdirSync(trail).find(name => name.endsWith('.trail.jsonl'))!);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"redact"', '"allow"'));
    assert.equal((await at(['audit', 'verify', '--anchor', 'git'])).code, 1);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}
