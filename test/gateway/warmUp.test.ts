import assert from 'node:assert/strict';
import { loadDetectors } from '../../src/core/detectors/load';
import { createGuard, type Guard } from '../../src/core/guard';
import { wordsOfSigns } from '../../src/core/injection/injection';
import type { AuditRecord } from '../../src/core/model';
import { createVault } from '../../src/core/placeholders';
import { createPolicy } from '../../src/core/policy';
import { loadRecords } from '../../src/core/records/load';
import { sampleTexts } from '../../src/core/sampleTexts';
import { createScanner, type Scanner } from '../../src/core/scan';
import { warmUp } from '../../src/gateway/warmUp';

describe('warmUp', () => {
  it('scans, and leaves neither names nor records', async () => {
    const records: AuditRecord[] = [];
    // Two slices are enough to tell.
    const stop = new AbortController();
    let scanned = 0;
    const guard = countingGuard(() => scanned++ > 20 && stop.abort(), records);
    await warmUp(guard, stop.signal, () => true);
    assert.ok(scanned > 20);
    assert.deepEqual([...guard.vault.entries()], []);
    assert.deepEqual(records, []);
  });

  it('stops when the gateway closes', async () => {
    const stop = new AbortController();
    let scanned = 0;
    const count = () => {
      scanned++;
      stop.abort();
    };
    await warmUp(countingGuard(count), stop.signal, () => true);
    assert.ok(scanned > 0 && scanned < 20);
  });

  it('waits while somebody waits for an answer', async () => {
    const stop = new AbortController();
    let scanned = 0;
    const waiting = warmUp(
      countingGuard(() => scanned++),
      stop.signal,
      () => false,
    );
    stop.abort();
    await waiting;
    assert.equal(scanned, 0);
  });

  it('ends where a scanner throws', async () => {
    const fail = () => {
      throw new Error('broken');
    };
    await warmUp(countingGuard(fail), new AbortController().signal, () => true);
  });
});

describe('sampleTexts', () => {
  it('hold a word of each detector, each sign and each label', () => {
    const all = [...sampleTexts(20)]
      .flatMap(({ prose, code, settings }) => [prose, code, settings])
      .join('\n')
      .toLowerCase();
    const words = [
      ...loadDetectors().flatMap(({ keywords }) => keywords.slice(0, 1)),
      ...wordsOfSigns(),
      ...loadRecords().recordWords(),
    ];
    assert.deepEqual(
      words.filter(word => !all.includes(word.toLowerCase())),
      [],
    );
  });
});

function countingGuard(count: () => unknown, records: AuditRecord[] = []): Guard {
  const scanner = createScanner({ fingerprint: (_, value) => String(value.length) });
  const scan: Scanner['scan'] = (...asked) => {
    count();
    return scanner.scan(...asked);
  };
  const policy = createPolicy([], '2026-01-01');
  return createGuard({
    scanner: { ...scanner, scan },
    vault: createVault(),
    policy: () => policy,
    audit: more => void records.push(...more),
  });
}
