import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timestampRequest, verifyTimestamp } from '../../../src/audit/anchors/timestamps';
import { hasOpenssl, makeAuthority } from './authority';

describe('a time stamp of a checkpoint', () => {
  let folder: string;
  let stamp: ReturnType<typeof makeAuthority>;
  const text = '{"format":"lockside-checkpoint/1"}';
  before(function () {
    if (!hasOpenssl()) {
      console.log('      skipped: openssl is not here');
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'lockside-tsa-'));
    stamp = makeAuthority(folder);
  });
  after(() => folder && rmSync(folder, { recursive: true }));

  it('is asked for and verified, with the root that it has to lead to', async () => {
    const response = stamp(timestampRequest(text));
    const root = readFileSync(join(folder, 'ca.pem'), 'utf8');
    const verified = await verifyTimestamp(response, text, root);
    assert.ok('time' in verified, JSON.stringify(verified));
    assert.equal(verified.trusted, true);
    assert.ok(Math.abs(Date.parse(verified.time) - Date.now()) < 3_600_000);
    assert.deepEqual(await verifyTimestamp(response, text).then(it => 'trusted' in it && it.trusted), false);
  });

  it('is refused for another text, another root, when it was changed, and where it is none', async () => {
    const response = stamp(timestampRequest(text));
    const errorOf = async (...args: Parameters<typeof verifyTimestamp>) => {
      const verified = await verifyTimestamp(...args);
      return 'error' in verified ? verified.error : 'verified';
    };
    assert.match(await errorOf(response, `${text} `), /one of something else/);
    assert.match(await errorOf(response, text, readFileSync(join(folder, 'other.pem'), 'utf8')), /do not lead to/);
    const changed = Uint8Array.from(response);
    changed[changed.length - 20]! ^= 1;
    assert.notEqual(await errorOf(changed, text), 'verified');
    for (const bytes of [new Uint8Array(), Buffer.from('<html>'), Buffer.from([0x30, 0x80])])
      assert.match(await errorOf(bytes, text), /no response/);
  });
});
