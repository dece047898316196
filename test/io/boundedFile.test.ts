import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { baselinePath } from '../../src/core/baseline';
import { printsPath } from '../../src/core/classify/printsFile';
import { lockedFolder, lockPath } from '../../src/core/lockPlaces';
import type { Fault } from '../../src/core/model';
import { readBounded, writeAtOnce } from '../../src/io/boundedFile';
import { readCodeFingerprints } from '../../src/io/codeFingerprints';
import { keptText } from '../../src/io/lockFile';
import { waiversPath } from '../../src/io/waiversFile';
import { readWorkspaceSettings } from '../../src/io/workspaceSettings';
import { readWorkspaceLock } from '../../src/project/readWorkspaceLock';

describe('bounded files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lockside-bounded-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are read whole, with their mark, up to their limit', () => {
    const file = join(folder, 'a.json');
    assert.equal(readBounded(file), undefined);
    assert.equal(readBounded(join(file, 'below')), undefined);
    writeFileSync(file, '\uFEFFé'.repeat(200_000));
    assert.deepEqual(readBounded(file), { text: '\uFEFFé'.repeat(200_000) });
    assert.equal(readBounded(join(file, 'below')), undefined);
    assert.deepEqual(readBounded(file, 1024), { error: 'it is larger than 1 KB' });
    assert.deepEqual(readBounded(folder), { error: 'it is no regular file' });
    writeFileSync(join(folder, dirname(lockedFolder)), '');
    assert.equal(keptText(folder, 'x'), undefined);
  });

  it('are written in one step, with the folders above them, and leave nothing beside', () => {
    const file = join(folder, 'deep', 'a.json');
    for (const text of ['one', 'two']) {
      writeAtOnce(file, text);
      assert.equal(readFileSync(file, 'utf8'), text);
    }
    assert.deepEqual(readdirSync(dirname(file)), ['a.json']);
  });

  it('tell of a device that never ends and of a pipe that never begins, wherever a repository puts them', function () {
    if (process.platform === 'win32') this.skip();
    const places: Readonly<Record<string, () => readonly Fault[]>> = {
      '.vscode/settings.json': settingsFaults,
      [waiversPath]: settingsFaults,
      [baselinePath]: settingsFaults,
      [printsPath]: () => readCodeFingerprints(folder).faults,
      [lockPath]: lockFaults,
    };
    for (const [place, faults] of Object.entries(places)) {
      const file = join(folder, place);
      mkdirSync(dirname(file), { recursive: true });
      for (const make of [() => symlinkSync('/dev/zero', file), () => spawnSync('mkfifo', [file])]) {
        make();
        const told = faults().filter(({ where }) => where === place);
        assert.match(told.map(({ message }) => message).join(), /^it is no regular file/, place);
        rmSync(file);
      }
    }
  });

  function settingsFaults() {
    return readWorkspaceSettings({ root: folder, userFile: undefined, today: '2026-01-01' }).faults;
  }

  function lockFaults() {
    const read = readWorkspaceLock(folder);
    return read?.fault ? [read.fault] : [];
  }
});
