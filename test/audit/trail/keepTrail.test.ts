import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkpointHash, readCheckpoints } from '../../../src/audit/trail/checkpoint';
import { keepTrail } from '../../../src/audit/trail/keepTrail';
import { openTrail } from '../../../src/audit/trail/openTrail';
import { segmentsIn } from '../../../src/audit/trail/readTrail';
import { verifyTrail } from '../../../src/audit/trail/verifyTrail';
import { auditRecord } from './auditRecord';

const day = 86_400_000;

describe('keeping a trail', () => {
  let base: string;
  let folder: string;
  const start = Date.UTC(2026, 0, 1, 12);
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'lockside-keep-'));
    folder = join(base, 'trail');
  });
  afterEach(() => rmSync(base, { recursive: true }));

  it('signs a checkpoint after so many events and once a day, and none where nothing came', () => {
    write(start, 5);
    assert.ok(keep(start, { every: 5 }), 'enough events');
    assert.equal(keep(start + 1000, { every: 5 }), undefined);
    write(start + 2000, 2);
    assert.equal(keep(start + 3000, { every: 5 }), undefined);
    assert.ok(keep(start + day + 3000, { every: 5 }), 'a day is over');
    assert.equal(keep(start + 3 * day, { every: 5 }), undefined, 'nothing new');
    assert.equal(keep(start + 3 * day, { every: 0 }), undefined);
    assert.deepEqual(verifyTrail(folder).defects, []);
  });

  it('lets go of what is too old, and verifying accepts exactly that', () => {
    write(start, 3);
    write(start + day, 3);
    const early = keep(start + day, { every: 1 })!;
    write(start + 300 * day, 3);
    assert.ok(keep(start + 400.6 * day, {}));
    assert.equal(segmentsIn(folder).length, 2, 'the first is gone');
    assert.deepEqual(verifyTrail(folder, [early, checkpointHash(early)]).defects, []);
    assert.match(verifyTrail(folder).notes.join('\n'), /1 segments were too old to be kept/);
    rmSync(join(folder, `${segmentsIn(folder)[0]}.trail.jsonl`));
    assert.match(verifyTrail(folder).defects.join('\n'), /the segment is gone/);
  });

  it('shows whoever lets go of new ones', () => {
    write(start, 3);
    write(start + 10 * day, 3);
    keep(start + 20 * day, { retentionDays: 15 });
    assert.equal(segmentsIn(folder).length, 1);
    assert.match(verifyTrail(folder).defects.join('\n'), /let it go before a year was over/);
  });

  it('takes the hash of a checkpoint for an anchor', () => {
    write(start, 3);
    const hash = checkpointHash(keep(start, { every: 1 })!);
    assert.deepEqual(verifyTrail(folder, [hash]).defects, []);
    assert.match(verifyTrail(folder, [hash.replace(/^./, one => (one === '0' ? '1' : '0'))]).defects[0]!, /no such/);
  });

  it('reads no time or place from a checkpoint that has none', () => {
    write(start, 1);
    keep(start, { every: 1 });
    const [signed] = readCheckpoints(folder);
    const { checkpoint } = signed!;
    for (const broken of [{ time: 'soon' }, { segments: null }, { pruned: 'all' }])
      writeFileSync(
        join(folder, 'checkpoints.jsonl'),
        `${JSON.stringify({ ...signed, checkpoint: { ...checkpoint, ...broken } })}\n`,
        { flag: 'a' },
      );
    assert.match(verifyTrail(folder).defects.join('\n'), /3 lines of the checkpoints are none/);
  });

  function write(now: number, count: number): void {
    const trail = openTrail({ folder, surroundings: { writer: 'editor', workspace: 'shop' }, now: () => now });
    for (let n = 0; n < count; n++) trail.record([auditRecord('pii/email')]);
    trail.close();
  }

  function keep(now: number, more: { every?: number; retentionDays?: number }) {
    return keepTrail({ folder, keyFile: join(base, 'key'), every: 100, retentionDays: 400, ...more, now });
  }
});
