import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentFiles } from '../../src/io/agentFiles';

describe('files of AI clients', () => {
  it('are an organisation’s own only where this system has such a place', function () {
    if (process.platform === 'win32') this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'lockside-agent-files-'));
    const own = join(folder, 'own.json');
    const foreign = 'C:/Program Files/Client/settings.json';
    mkdirSync(join(folder, 'C:/Program Files/Client'), { recursive: true });
    for (const file of [own, join(folder, foreign)]) writeFileSync(file, '{}');
    const before = process.cwd();
    process.chdir(folder);
    try {
      const managed = [own, foreign, join(own, 'below.json'), join(folder, 'none.json')];
      const places = { managed, homeFolders: [], reads: () => true, referenced: () => [] };
      const read = [...agentFiles({ places, folders: [], managed: true, display: file => file })];
      assert.deepEqual(
        read.map(one => ('file' in one ? one.file.path : one.fault.message)),
        [own],
      );
    } finally {
      process.chdir(before);
      rmSync(folder, { recursive: true });
    }
  });
});
