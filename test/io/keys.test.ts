import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '../../src/core/model';
import { createFingerprinter } from '../../src/io/fingerprint';
import { stateFolder, userSettingsFile } from '../../src/io/stateFolder';
import { readVault, updateVault } from '../../src/io/vaultFile';
import { withLock, withLockAtOnce } from '../../src/io/withLock';

describe('keys and maps', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lockside-keys-'));
  });
  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true });
  });

  it('fingerprint the same value in one workspace alike, and nothing else', () => {
    const make = (root: string, salt?: string) =>
      createFingerprinter({ root, salt, stateFolder: join(folder, 'state') });
    const print = make('/a')('secret/x', 'value');
    assert.match(print, /^[0-9a-f]{16}$/);
    assert.equal(make('/a')('secret/x', 'value'), print);
    for (const another of [
      make('/b')('secret/x', 'value'),
      make('/a')('secret/y', 'value'),
      make('/a')('secret/x', 'value2'),
      make('/a', 'salt')('secret/x', 'value'),
    ])
      assert.notEqual(another, print);
    assert.equal(make('/a', 'salt')('secret/x', 'value'), make('/b', 'salt')('secret/x', 'value'));
    assert.deepEqual(readdirSync(join(folder, 'state')), ['fingerprint.key']);
    if (process.platform !== 'win32')
      assert.equal(statSync(join(folder, 'state', 'fingerprint.key')).mode & 0o777, 0o600);
  });

  it('fingerprint by HMAC-SHA256, however long value and salt are', () => {
    for (const salt of ['s', 'salt of a team', 'x'.repeat(200)])
      for (const value of ['', 'value', 'Zoë 漢字 😀', 'a'.repeat(1400), 'é'.repeat(5000)])
        assert.equal(
          createFingerprinter({ root: '/a', salt, stateFolder: folder })('pii/email', value),
          createHmac('sha256', `salt\0${salt}`).update(`pii/email\0${value}`).digest('hex').slice(0, 16),
        );
  });

  it('fingerprint even where no key can be kept, and say so', () => {
    writeFileSync(join(folder, 'state'), '');
    const faults: Fault[] = [];
    const fingerprint = createFingerprinter({
      root: '/a',
      stateFolder: join(folder, 'state'),
      tell: fault => faults.push(fault),
    });
    assert.equal(fingerprint('secret/x', 'v'), fingerprint('secret/x', 'v'));
    assert.equal(faults.length, 1);
  });

  it('keep an encrypted map that only its key opens', async () => {
    const [key, wrong, file] = [randomBytes(32), randomBytes(32), join(folder, 'a.map')];
    const added = await updateVault(file, key, vault =>
      vault.placeholderFor('secret/x', 'a value', () => false, ['host:a.example.com']),
    );
    assert.deepEqual(added, { value: 'SECRET_X_1' });
    assert.ok(!readFileSync(file).includes('a value'));
    const opened = await readVault(file, key);
    assert.ok('vault' in opened);
    assert.deepEqual(
      [...opened.vault.entries()].map(entry => [entry.value, [...entry.origins]]),
      [['a value', ['host:a.example.com']]],
    );
    assert.match(JSON.stringify(await readVault(file, wrong)), /another key/);
    for (const at of [0, 16, 30, 45, 60]) {
      const damaged = readFileSync(file);
      damaged[at]! ^= 1;
      writeFileSync(join(folder, 'b.map'), damaged);
      assert.ok('error' in (await readVault(join(folder, 'b.map'), key)), String(at));
    }
    assert.deepEqual(readdirSync(folder).sort(), ['a.map', 'b.map']);
  });

  it('let one at a time in, and clear the lock of the dead and of who is long gone', async () => {
    const lock = join(folder, 'x.lock');
    writeFileSync(lock, '1 another machine');
    utimesSync(lock, 0, 0);
    assert.equal(
      withLockAtOnce(lock, () => readFileSync(lock, 'utf8')),
      `${process.pid} ${hostname()}`,
    );
    writeFileSync(lock, `999999999 ${hostname()}`);
    let inside = 0;
    await Promise.all(
      Array.from({ length: 8 }, () =>
        withLock(lock, async () => {
          assert.equal(++inside, 1);
          await new Promise(resolve => setTimeout(resolve, 2));
          inside--;
        }),
      ),
    );
    await assert.rejects(
      withLock(lock, () => Promise.reject(new Error('mine'))),
      /mine/,
    );
    assert.deepEqual(readdirSync(folder), []);
  });

  it('lie where each platform keeps such things', () => {
    assert.equal(stateFolder({ XDG_STATE_HOME: '/s' }, 'linux'), join('/s', 'lockside'));
    assert.equal(stateFolder({ LOCALAPPDATA: '/l' }, 'win32'), join('/l', 'lockside'));
    assert.match(stateFolder({}, 'darwin'), /Application Support/);
    assert.equal(stateFolder({ LOCKSIDE_STATE: '/x' }, 'linux'), '/x');
    assert.equal(userSettingsFile({ XDG_CONFIG_HOME: '/c' }, 'linux'), join('/c', 'Code', 'User', 'settings.json'));
    assert.equal(userSettingsFile({ APPDATA: '/r' }, 'win32'), join('/r', 'Code', 'User', 'settings.json'));
    assert.equal(userSettingsFile({ LOCKSIDE_USER_SETTINGS: '' }, 'linux'), undefined);
  });
});
