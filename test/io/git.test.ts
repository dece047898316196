import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPublished } from '../../src/io/git';

describe('git', () => {
  it('knows what would be published', async () => {
    const root = mkdtempSync(join(tmpdir(), 'lockside-git-'));
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'pipe' });
    writeFileSync(join(root, 'a.txt'), '');
    assert.equal(await isPublished(join(root, 'a.txt')), false, 'no repository');
    git('init', '-q');
    mkdirSync(join(root, 'out'));
    for (const [name, content] of [
      ['.gitignore', '.env\nout/\ntracked.env\n'],
      ['.env', ''],
      ['out/x', ''],
      ['tracked.env', ''],
    ] as const)
      writeFileSync(join(root, name), content);
    git('add', '-f', 'tracked.env');
    const published = {
      'a.txt': true,
      '.env': false,
      'out/x': false,
      'out/not-yet': false,
      'tracked.env': true,
      'new/folder/a.ts': true,
    };
    for (const [name, is] of Object.entries(published)) assert.equal(await isPublished(join(root, name)), is, name);
    const path = process.env.PATH;
    process.env.PATH = root;
    assert.equal(await isPublished(join(root, '.env')), true, 'without git the stricter answer holds');
    process.env.PATH = path;
    rmSync(root, { recursive: true });
  });
}).timeout(60_000);
