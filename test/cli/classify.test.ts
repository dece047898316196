import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Folder, makeFolder } from './lockside';

const settings = JSON.stringify({
  'lockside.classes': [{ paths: ['finance/**'], class: 'restricted', reason: 'salaries' }],
});
const code = readFileSync(join(__dirname, '../../src/core/glob.ts'), 'utf8');
const key = { LOCKSIDE_KEY: Buffer.alloc(32, 7).toString('base64') };
const files = {
  '.vscode/settings.json': settings,
  'finance/salaries.md': '# Salaries\n',
  'plan.md': '# CONFIDENTIAL\n\nThe plan.\n',
  'readme.md': '# Hello\n',
  'src/glob.ts': code,
};

describe('lockside classify', () => {
  it('says what is confidential, and why', async () => {
    await inFolder(async folder => {
      const { code, stdout, stderr } = await folder.run(['classify']);
      assert.deepEqual([code, stderr], [0, '']);
      assert.deepEqual(stdout.trimEnd().split('\n'), [
        'restricted    finance/salaries.md  its path matches finance/** in the workspace settings: salaries',
        'confidential  plan.md  it is labelled "confidential" in line 1',
      ]);
    });
  });

  it('says it of a file that is named, in JSON', async () => {
    await inFolder(async folder => {
      const { stdout } = await folder.run(['classify', '--json', 'readme.md']);
      assert.deepEqual(JSON.parse(stdout), { path: 'readme.md', class: 'internal', reasons: [] });
      assert.equal((await folder.run(['classify', 'missing.md'])).code, 2);
    });
  });
});

describe('lockside fingerprint', () => {
  it('makes code known wherever it goes', async () => {
    await inFolder(async folder => {
      const made = await folder.run(['fingerprint', 'src', '--class', 'restricted']);
      assert.match(made.stdout, /^1 files fingerprinted; .* knows 1; lockside\.fingerprintSalt was added/);
      const kept = readFileSync(join(folder.path, '.lockside/fingerprints.json'), 'utf8');
      assert.ok(!kept.includes('Minimatch') && kept.length < code.length);
      const piece = code.slice(code.indexOf('function matchesAll')).replaceAll('retry', 'again');
      const held = await folder.run(['redact'], `What does this do?\n${piece}`, key);
      assert.deepEqual([held.code, held.stdout], [2, '']);
      assert.match(held.stderr, /the policy blocks this: restricted content \(\d+ % of it is code of src\/glob\.ts\)/);
      assert.equal((await folder.run(['redact'], 'const a = 1;\n', key)).stdout, 'const a = 1;\n');
      folder.write({ 'copy/other.ts': `// Something else.\n${piece}` });
      assert.match(
        (await folder.run(['classify', 'copy'])).stdout,
        /^restricted {4}copy\/other\.ts {2}\d+ % of it is code of src\/glob\.ts\n$/,
      );
    });
  });

  it('checks that they fit, and makes them anew', async () => {
    await inFolder(async folder => {
      await folder.run(['fingerprint', 'src']);
      assert.deepEqual(pick(await folder.run(['fingerprint', '--check'])), [0, '1 files, up to date\n']);
      folder.write({ 'src/glob.ts': code.replaceAll(/^ +/gm, '\t') });
      assert.equal((await folder.run(['fingerprint', '--check'])).code, 0);
      folder.write({ 'src/glob.ts': code.slice(0, code.length / 2) });
      const stale = await folder.run(['fingerprint', '--check']);
      assert.deepEqual([stale.code, stale.stdout.split('\n')[0]], [1, 'src/glob.ts: has changed since']);
      await folder.run(['fingerprint', '--update']);
      assert.equal((await folder.run(['fingerprint', '--check'])).code, 0);
    });
  });

  it('says what is wrong', async () => {
    await inFolder(async folder => {
      assert.match((await folder.run(['fingerprint'])).stderr, /say which files/);
      folder.write({ '.lockside/fingerprints.json': 'broken' });
      assert.equal((await folder.run(['fingerprint', 'src'])).code, 2);
      assert.match(
        (await folder.run(['classify'])).stderr,
        /fingerprints\.json: not as "lockside fingerprint" writes it/,
      );
    });
  });
});

describe('a restricted file', () => {
  it('is given to no agent', async () => {
    await inFolder(async folder => {
      const read = {
        tool_name: 'Read',
        tool_input: { file_path: join(folder.path, 'finance/salaries.md') },
        cwd: folder.path,
      };
      const event = {
        ...read,
        hook_event_name: 'PostToolUse',
        tool_response: { type: 'text', file: { content: '# Salaries\n' } },
        session_id: '1',
      };
      const { stdout } = await folder.run(['hook', 'claude-code'], JSON.stringify(event), key);
      assert.match(stdout, /Lockside held this back: restricted content/);
      assert.ok(!stdout.includes('# Salaries'), stdout);
      assert.match(stdout, /"type":"text","file":\{"content":/);
    });
  });

  it('is shown by no command', async () => {
    await inFolder(async folder => {
      const deny = /"permissionDecision":"deny".*restricted content/;
      for (const [command, isDenied] of [
        ['cat finance/salaries.md', true],
        ['cat readme.md', false],
      ] as const) {
        const call = {
          tool_name: 'Bash',
          tool_input: { command },
          cwd: folder.path,
          session_id: '1',
          tool_use_id: '1',
        };
        const event = JSON.stringify({ ...call, hook_event_name: 'PreToolUse' });
        assert.equal(deny.test((await folder.run(['hook', 'claude-code'], event, key)).stdout), isDenied, command);
      }
    });
  });
});

function pick({ code, stdout }: { code: number | null; stdout: string }): [number | null, string] {
  return [code, stdout];
}

async function inFolder(work: (folder: Folder) => Promise<void>): Promise<void> {
  const folder = makeFolder(files);
  try {
    await work(folder);
  } finally {
    folder.remove();
  }
}
