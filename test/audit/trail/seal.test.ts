import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { buildSync } from 'esbuild';
import { makeCheckpoint } from '../../../src/audit/trail/checkpoint';
import { openSealed } from '../../../src/audit/trail/openSealed';
import { openTrail, sealKeyOf, type TrailOptions } from '../../../src/audit/trail/openTrail';
import { readEntries, type Unwrap } from '../../../src/audit/trail/readEntries';
import { segmentsIn } from '../../../src/audit/trail/readTrail';
import { verifyTrail } from '../../../src/audit/trail/verifyTrail';
import { withLockAtOnce } from '../../../src/io/withLock';
import { auditRecord } from './auditRecord';

describe('a sealed trail', () => {
  let base: string;
  let folder: string;
  let script: string;
  let identity: string;
  let recipients: string[];
  let now = Date.UTC(2026, 5, 15, 10);
  before(async () => {
    base = mkdtempSync(join(tmpdir(), 'lockside-seal-'));
    script = join(base, 'sealWorker.cjs');
    const entryPoints = [join(__dirname, '../../../src/audit/trail/sealWorker.ts')];
    buildSync({ entryPoints, outfile: script, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
    identity = await generateX25519Identity();
    recipients = [await identityToRecipient(identity)];
  });
  after(() => rmSync(base, { recursive: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(base, 'trail-'));
    now = Date.UTC(2026, 5, 15, 10);
  });

  it('is read by whoever has the identity, and by nobody else; verifying takes none', async () => {
    write(['pii/email', 'secret/jwt'], {});
    write(['pii/phone'], { exclusively: withLockAtOnce });
    write(['pii/iban'], { exclusively: withLockAtOnce });
    const files = segmentsIn(folder).map(id => readFileSync(join(folder, `${id}.trail.jsonl`), 'utf8'));
    assert.equal(files.length, 2, 'hooks share a segment');
    assert.ok(files.every(text => !/pii|secret\/|redact|src\/a/.test(text)));
    assert.deepEqual(await read(openSealed(`# mine\n${identity}\n`)), {
      detectors: ['pii/email', 'pii/iban', 'pii/phone', 'secret/jwt'],
      sealed: 0,
    });
    assert.deepEqual(await read(openSealed(await generateX25519Identity())), { detectors: [], sealed: 4 });
    assert.deepEqual(await read(), { detectors: [], sealed: 4 });
    const anchor = makeCheckpoint(folder, join(base, 'checkpoint.key'), new Date(now).toISOString());
    assert.deepEqual([verifyTrail(folder, [anchor]).defects, verifyTrail(folder).events], [[], 4]);
  });

  it('has a key for each day, which is forgotten on the next', async () => {
    write(['pii/email'], {});
    const first = sealKeyOf({ folder: join(folder, 'seal'), recipients, script }, now);
    now += 86_400_000;
    write(['pii/phone'], {});
    const second = sealKeyOf({ folder: join(folder, 'seal'), recipients, script }, now);
    assert.notDeepEqual(first.bytes, second.bytes);
    assert.deepEqual(
      readdirSync(join(folder, 'seal')).map(name => name.slice(0, 10)),
      ['2026-06-16'],
    );
    assert.deepEqual((await read(openSealed(identity))).detectors, ['pii/email', 'pii/phone']);
  });

  it('goes on in new segments, each with its key', async () => {
    write(
      Array.from({ length: 60 }, () => 'pii/email'),
      { rotateAt: 5000 },
    );
    assert.ok(segmentsIn(folder).length >= 3);
    assert.equal((await read(openSealed(identity))).detectors.length, 60);
    assert.deepEqual(verifyTrail(folder).defects, []);
  });

  it('takes nothing in clear where it can not be sealed', () => {
    const trail = openTrail(options({}, ['age1wrong']));
    trail.record([auditRecord('pii/email')]);
    assert.match(trail.state()?.error ?? '', /could not be sealed/);
    assert.deepEqual(segmentsIn(folder), []);
  });

  it('knows an identity from other texts', () => {
    for (const text of ['', '# only a comment', 'hello', 'age1notasecret']) assert.equal(openSealed(text), undefined);
  });

  function options(more: Partial<TrailOptions>, readers = recipients): TrailOptions {
    const surroundings = { writer: more.exclusively ? 'hook' : 'editor', workspace: 'shop' };
    const key = (at: number) => sealKeyOf({ folder: join(folder, 'seal'), recipients: readers, script }, at);
    return { folder, surroundings, now: () => now, key, ...more };
  }

  function write(detectors: readonly string[], more: Partial<TrailOptions>): void {
    const trail = openTrail(options(more));
    for (const detector of detectors) trail.record([auditRecord(detector)]);
    assert.equal(trail.state(), undefined);
    trail.close();
  }

  async function read(unwrap?: Unwrap): Promise<{ detectors: string[]; sealed: number }> {
    const detectors: string[] = [];
    let sealed = 0;
    const closed = (_: string, count: number) => {
      sealed += count;
    };
    for await (const { event } of readEntries(folder, { ...(unwrap ? { unwrap } : {}), closed }))
      detectors.push(event.detector);
    return { detectors: detectors.sort(), sealed };
  }
});
