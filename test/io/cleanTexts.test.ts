import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVault } from '../../src/core/placeholders';
import { type CleanTextsPlace, openCleanTexts } from '../../src/io/cleanTexts';
import { markOfCode } from '../../src/io/markOfCode';

describe('clean texts that outlive a process', () => {
  let folder: string;
  let place: CleanTextsPlace;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lockside-clean-'));
    place = { file: join(folder, 'maps', 'one.clean'), key: randomBytes(32), scope: 'rules 1', vault: createVault() };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A run that finds nothing in these texts. */
  const run = async (texts: Record<string, number>, changed: Partial<CleanTextsPlace> = {}) => {
    const clean = await openCleanTexts({ ...place, ...changed });
    for (const [name, seen] of Object.entries(texts)) clean.add(name, seen);
    await clean.written();
    return clean;
  };
  const seen = async (names: readonly string[], changed: Partial<CleanTextsPlace> = {}) => {
    const clean = await openCleanTexts({ ...place, ...changed });
    return names.map(name => clean.seen(name));
  };
  const vaultOf = (...values: string[]) => {
    const vault = createVault();
    for (const value of values) vault.placeholderFor('secret/x', value, () => false);
    return vault;
  };

  it('are known to the next run, and no others', async () => {
    await run({ one: 0, two: 0 });
    assert.deepEqual(await seen(['one', 'two', 'three']), [0, 0, undefined]);
  });

  it('are unknown under other rules and with another key', async () => {
    await run({ one: 0 });
    assert.deepEqual(await seen(['one'], { scope: 'rules 2' }), [undefined]);
    assert.deepEqual(await seen(['one'], { key: randomBytes(32) }), [undefined]);
    await run({ two: 0 }, { scope: 'rules 2' });
    assert.deepEqual(await seen(['one', 'two']), [undefined, undefined], 'the file is the other rules’ now');
  });

  it('are unknown where the file was changed, cut, or is none of ours', async () => {
    await run({ one: 0, two: 0 });
    const whole = readFileSync(place.file);
    for (let at = 0; at < whole.length; at += 7) {
      const changed = Buffer.from(whole);
      changed[at]! ^= 1;
      writeFileSync(place.file, changed);
      assert.deepEqual(await seen(['one', 'two']), [undefined, undefined], `byte ${at}`);
    }
    for (const bytes of [whole.subarray(0, -20), whole.subarray(0, 30), Buffer.alloc(0), Buffer.alloc(1 << 20)]) {
      writeFileSync(place.file, bytes);
      assert.deepEqual(await seen(['one', 'two']), [undefined, undefined], `${bytes.length} bytes`);
    }
    rmSync(place.file);
    mkdirSync(place.file);
    assert.deepEqual(await seen(['one']), [undefined]);
    await run({ one: 0 });
  });

  it('tell how many of the entries were looked for, as long as these are the same', async () => {
    await run({ one: 1, two: 2 }, { vault: vaultOf('a', 'b') });
    assert.deepEqual(await seen(['one', 'two'], { vault: vaultOf('a', 'b', 'c') }), [1, 2]);
    assert.deepEqual(await seen(['one', 'two'], { vault: vaultOf('a', 'c') }), [0, 0]);
    assert.deepEqual(await seen(['one', 'two'], { vault: vaultOf('a') }), [0, 0]);
  });

  it('are looked for anew after the vault has forgotten', async () => {
    const vault = vaultOf('a', 'b');
    await run({ one: 2 }, { vault });
    const clean = await openCleanTexts({ ...place, vault });
    clean.forget();
    assert.equal(clean.seen('one'), undefined);
    vault.forget();
    await clean.written();
    assert.deepEqual(await seen(['one']), [undefined]);
  });

  it('of several processes are all kept, the last run’s first, and no more than so many', async () => {
    const other = await openCleanTexts(place);
    other.add('other', 0);
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`text ${i}`, 0]));
    await run(many);
    await other.written();
    assert.deepEqual(await seen(['other', 'text 0', 'text 4095', 'text 4096']), [0, 0, 0, undefined]);
    for (const part of ['a', 'b', 'c'])
      await run(Object.fromEntries(Array.from({ length: 4096 }, (_, i) => [`${part} ${i}`, 0])));
    assert.deepEqual(await seen(['other', 'a 0', 'b 0', 'c 4095']), [undefined, undefined, 0, 0]);
    assert.ok(statSync(place.file).size < 200_000);
  });

  it('leave nothing of a text on the disk, for nobody else to read', async () => {
    await run({ 'a text of somebody': 1 }, { vault: vaultOf('a value of somebody') });
    assert.ok(!/somebody|rules/.test(readFileSync(place.file, 'latin1')));
    if (process.platform !== 'win32') assert.equal(statSync(place.file).mode & 0o077, 0);
  });

  it('do without a place to write to', async () => {
    writeFileSync(join(folder, 'maps'), 'a file');
    await run({ one: 0 });
    assert.deepEqual(await seen(['one']), [undefined]);
  });
});

describe('the mark of a build', () => {
  it('is another one when any of its code is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lockside-code-'));
    try {
      assert.equal(await markOfCode(folder), undefined);
      const marks = new Set<string | undefined>();
      for (const [name, code] of [
        ['scan.js', 'one'],
        ['scan.js', 'two'],
        ['records.js', 'one'],
        ['notes.txt', 'no code'],
      ] as const) {
        writeFileSync(join(folder, name), code);
        marks.add(await markOfCode(folder));
      }
      assert.equal(marks.size, 3);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
