import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSharedVault, type SharedVault } from '../../src/io/sharedVault';
import { readVault } from '../../src/io/vaultFile';

const key = randomBytes(32);
const name = (shared: SharedVault, value: string) =>
  shared.exclusively(() => shared.vault.placeholderFor('secret/x', value, () => false));

describe('a map that several processes share', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lockside-map-'));
    file = join(folder, 'maps', 'one.map');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives a value the same name everywhere, and a name to one value only', async () => {
    const [one, other] = await Promise.all([open(file), open(file)]);
    const names = await Promise.all([
      name(one, 'first'),
      name(other, 'second'),
      name(one, 'third'),
      name(other, 'third'),
    ]);
    assert.equal(names[2], names[3]);
    assert.equal(new Set(names).size, 3);
    await Promise.all([one.written(), other.written()]);
    const kept = await readVault(file, key, true);
    assert.ok('vault' in kept);
    assert.deepEqual(Array.from(kept.vault.entries(), it => it.value).sort(), ['first', 'second', 'third']);
    assert.equal(await name(await open(file), 'second'), names[1]);
  });

  it('fails where the file is damaged, and goes on after work that failed', async () => {
    const shared = await open(file);
    await assert.rejects(
      shared.exclusively(() => {
        throw new Error('no');
      }),
      /no/,
    );
    await name(shared, 'first');
    await shared.written();
    writeFileSync(file, 'damaged');
    await assert.rejects(name(shared, 'second'), /not a placeholder map/);
    assert.match(String('error' in (await openSharedVault(file, key))), /true/);
  });
});

async function open(file: string): Promise<SharedVault> {
  const opened = await openSharedVault(file, key);
  assert.ok('shared' in opened);
  return opened.shared;
}
