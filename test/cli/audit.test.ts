import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sample } from '../../src/core/detectors/sample';
import { type Folder, makeFolder } from './lockside';

const key = { LOCKSIDE_KEY: Buffer.alloc(32, 7).toString('base64') };
const token = sample('ghp_{alnum:30}{crc62:6}', 5);

describe('lockside audit', () => {
  let folder: Folder;
  let trail: string;
  let env: Record<string, string>;
  beforeEach(() => {
    folder = makeFolder({ '.git/HEAD': '' });
    env = { ...key, LOCKSIDE_STATE: join(folder.path, '..', 'audited') };
    trail = join(env.LOCKSIDE_STATE!, 'trail');
  });
  afterEach(() => folder.remove());

  const run = (args: readonly string[], input?: string) => folder.run(args, input, env);

  it('shows what the command line and hooks decided, without a value, and proves it', async () => {
    assert.equal((await run(['redact'], `token = "${token}"`)).code, 0);
    const hooked = await run(['hook', 'claude-code'], prompt(`my token is ${token}`));
    assert.equal(hooked.code, 0, hooked.stderr);
    const shown = await run(['audit', 'show']);
    assert.match(shown.stdout, /redact +secret\/github[\w-]* → model:cli {2}\(cli, default\)/);
    assert.match(shown.stdout, /\(claude-code, default\)/);
    const files = readdirSync(trail).map(name => readFileSync(join(trail, name), 'utf8'));
    assert.ok(files.length >= 2 && !files.some(text => text.includes(token)));
    assert.match((await run(['audit', 'verify'])).stdout, /^✓ nothing was changed: \d+ events in 2 segments/);
  });

  it('finds an edit, and by an anchor a rewrite', async () => {
    for (let n = 0; n < 3; n++) await run(['redact'], `token = "${token}"`);
    const anchor = join(folder.path, 'anchor.json');
    assert.match((await run(['audit', 'checkpoint', '--out', anchor])).stdout, /^checkpoint sha256:[0-9a-f]{64}/);
    assert.match((await run(['audit', 'checkpoint', '--trailer'])).stdout, /^Lockside-Audit: sha256:[0-9a-f]{64}\n$/);
    assert.equal((await run(['audit', 'verify', '--anchor', anchor])).code, 0);
    const file = join(trail, readdirSync(trail).find(name => name.endsWith('.trail.jsonl'))!);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"redact"', '"allow"'));
    const edited = await run(['audit', 'verify']);
    assert.deepEqual([edited.code, /✗ the trail was changed/.test(edited.stdout)], [1, true]);
    rmSync(trail, { recursive: true });
    await run(['redact'], `token = "${token}"`);
    assert.equal((await run(['audit', 'verify'])).code, 0);
    assert.equal((await run(['audit', 'verify', '--anchor', anchor])).code, 1);
    assert.equal((await run(['audit', 'verify', '--anchor', '.git/HEAD'])).code, 2);
  });

  it('holds back what cannot be recorded, where the policy wants all of it recorded', async () => {
    mkdirSync(env.LOCKSIDE_STATE!, { recursive: true });
    writeFileSync(trail, 'a file where the folder should be');
    assert.equal((await run(['redact'], `token = "${token}"`)).code, 0);
    folder.write({ '.vscode/settings.json': '{ "lockside.audit.required": true }' });
    const held = await run(['redact'], `token = "${token}"`);
    assert.deepEqual([held.code, held.stdout], [2, '']);
    assert.match(held.stderr, /the audit trail can't be written/);
  });

  it('keeps none where nobody wants one', async () => {
    folder.write({ '.vscode/settings.json': '{ "lockside.audit.trail": false }' });
    await run(['redact'], `token = "${token}"`);
    assert.match((await run(['audit', 'verify'])).stdout, /0 events in 0 segments/);
    assert.equal((await run(['audit', 'checkpoint'])).code, 2);
  });
});

function prompt(text: string): string {
  return JSON.stringify({ hook_event_name: 'UserPromptSubmit', session_id: 's', cwd: '.', prompt: text });
}
