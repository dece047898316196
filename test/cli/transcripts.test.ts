import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sample } from '../../src/core/detectors/sample';
import { type Folder, makeFolder } from './lockside';

const token = sample('ghp_{alnum:30}{crc62:6}', 21);
const session = 'home/.codex/sessions/2026/11/02/rollout-1.jsonl';

describe('lockside transcripts', () => {
  let folder: Folder;
  const text = () => readFileSync(join(folder.path, session), 'utf8');
  const run = (...args: string[]) => {
    const home = join(folder.path, 'home');
    const none = { CODEX_HOME: '', CLAUDE_CONFIG_DIR: '', XDG_DATA_HOME: '', XDG_CONFIG_HOME: '' };
    return folder.run(['transcripts', ...args], '', { ...none, HOME: home, USERPROFILE: home });
  };
  beforeEach(() => {
    const payload = { type: 'message', role: 'user', content: [{ type: 'input_text', text: `TOKEN=${token}` }] };
    const record = { timestamp: '2026-11-02T10:00:00Z', type: 'response_item', payload };
    folder = makeFolder({ [session]: `${JSON.stringify(record)}\n` });
  });
  afterEach(() => folder.remove());

  it('tells what left without the value, and changes nothing', async () => {
    const { code, stdout, stderr } = await run();
    assert.match(
      stdout,
      /Codex: 1 file\n {2}GitHub .*\n {4}left once to https:\/\/api\.openai\.com, 2026-11-02 10:00 UTC/,
    );
    assert.match(stdout, /\n1 secret left since 2026-11-02 10:00 UTC/);
    assert.ok(!stdout.includes(token) && !stderr.includes(token));
    assert.equal(code, 1);
    assert.ok(text().includes(token));
  });

  it('tells it as JSON, with how it is revoked', async () => {
    const { exposed } = JSON.parse((await run('--format', 'json', '--client', 'codex')).stdout);
    assert.equal(exposed[0].direction, 'out');
    assert.equal(exposed[0].first, '2026-11-02T10:00:00.000Z');
    assert.match(exposed[0].revocation.url, /^https:\/\/github\.com\//);
  });

  const cases: readonly [string, string[], number, boolean, RegExp][] = [
    ['scrubs nothing unasked', ['--scrub'], 2, true, /Replace|nothing was scrubbed/],
    [
      'leaves a file that is in use',
      ['--scrub', '--yes'],
      2,
      true,
      /NOT scrubbed: it was written in the last ten minutes/,
    ],
    ['scrubs when told to', ['--scrub', '--yes', '--even-in-use'], 0, false, /1 place scrubbed/],
    ['has nothing to scrub of later days', ['--scrub', '--yes', '--since', '2026-11-03'], 0, true, /nothing to scrub/],
    ['knows no other clients', ['--client', 'no-such'], 2, true, /no such client: no-such/],
    ['takes no time that is none', ['--since', 'soon'], 2, true, /--since takes/],
  ];
  for (const [title, args, code, stays, told] of cases)
    it(title, async () => {
      const ran = await run(...args);
      assert.match(ran.stderr, told);
      assert.equal(ran.code, code);
      assert.equal(text().includes(token), stays);
      assert.doesNotThrow(() => JSON.parse(text()));
    });
});
