import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findVaultPlace } from '../../src/io/vaultPlace';

describe('the place of a map', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lockside-place-'));
  const before = process.env.LOCKSIDE_KEY;
  after(() => {
    rmSync(folder, { recursive: true });
    if (before === undefined) delete process.env.LOCKSIDE_KEY;
    else process.env.LOCKSIDE_KEY = before;
  });

  it('is in the state folder where there is a key', async () => {
    process.env.LOCKSIDE_KEY = Buffer.alloc(32, 7).toString('base64');
    const place = await findVaultPlace(folder, '/some/shop');
    assert.ok('file' in place && place.file.startsWith(folder));
    assert.deepEqual(place.key, Buffer.alloc(32, 7));
  });

  it('is nowhere with a key that is none', async () => {
    process.env.LOCKSIDE_KEY = 'short';
    assert.ok('error' in (await findVaultPlace(folder, '/some/shop')));
  });

  it('is the same one, in memory and for this user alone, where there is neither key nor keychain', async function () {
    delete process.env.LOCKSIDE_KEY;
    const places = await Promise.all([1, 2, 3].map(() => findVaultPlace(folder, '/some/shop')));
    const [first] = places;
    if (!first || 'error' in first || first.file.startsWith(folder)) return this.skip();
    for (const place of places) assert.deepEqual(place, first);
    assert.equal(first.key.length, 32);
    assert.equal(statSync(dirname(dirname(first.file))).mode & 0o077, 0);
  });
});
