import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

describe('texts', () => {
  it('are all there in every language, and nothing else', () => {
    const script = path.join(import.meta.dirname ?? __dirname, '..', 'rig', 'l10n.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });
});
