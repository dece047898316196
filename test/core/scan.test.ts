import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Detector } from '../../src/core/detectors/detector';
import { detectors } from '../../src/core/detectors/index';
import { sample } from '../../src/core/detectors/sample';
import { withoutRecords } from '../../src/core/joinRecords';
import type { Finding, ScanResult } from '../../src/core/model';
import { createScanner, type Edit } from '../../src/core/scan';
import { isOfWholeText } from '../../src/core/wholeText';

const fingerprint = (detector: string, value: string) => `${detector}:${value.length}`;

describe('scan', () => {
  it('says what, where, how sure and why, and never the value', () => {
    const token = sample('ghp_{alnum:30}{crc62:6}', 1);
    const { findings, faults } = createScanner({ fingerprint }).scan(`token = ${token}\n`);
    assert.deepEqual(faults, []);
    assert.equal(findings.length, 1);
    const finding = findings[0] as Finding;
    assert.deepEqual(
      [finding.start, finding.end, finding.detector, finding.kind, finding.tier],
      [8, 48, 'secret/github-token', 'secret', 'certain'],
    );
    assert.ok(!JSON.stringify(finding).includes(token));
  });

  it('keeps the surer, then the longer of two that overlap', () => {
    overlap([detector('a', 'possible', /key.{8}/), detector('b', 'likely', /key.{4}/)], 'key1234.678', ['secret/b']);
    overlap([detector('a', 'likely', /key.{8}/), detector('b', 'likely', /key.{4}/)], 'key1234.678', ['secret/a']);
    overlap([detector('a', 'likely', /key.{4}/)], 'key1234 key1234', ['secret/a', 'secret/a']);
  });

  it('respects the borders of a token, and knows escapes', () => {
    const one = [detector('a', 'certain', /key_[a-z]{4}/)];
    for (const text of [
      'key_abcd',
      '"key_abcd"',
      '\\nkey_abcd',
      '%3Dkey_abcd',
      '\\u0022key_abcd',
      'x=key_abcd\\n',
      'é key_abcd',
    ])
      overlap(one, text, ['secret/a']);
    for (const text of ['monkey_abcd', '_key_abcd', 'key_abcde', 'key_abcd_', '%Gnkey_abcd']) overlap(one, text, []);
  });

  it('looks in a window before the keyword', () => {
    const one = [{ ...detector('a', 'certain', /\d{3}@key/), keywords: ['@key'], lead: 3 }];
    overlap(one, '123@key 456@key 56@key', ['secret/a', 'secret/a']);
  });

  it('answers with a fault, never an exception', () => {
    const broken: Detector = { ...detector('broken', 'certain', /key/), accept: () => assert.fail('key_abcd') };
    faulty({ detectors: [broken, detector('a', 'certain', /key_[a-z]{4}/)] }, 'key key_abcd', 'detector', 1);
    faulty({ limits: { length: 5 } }, '123456', 'too-large', 0);
    let time = 0;
    faulty({ now: () => (time += 1000), limits: { milliseconds: 1500 } }, 'x'.repeat(400_000), 'timeout', 0);
    faulty(
      { now: () => (time += 1000), limits: { milliseconds: 1500 }, detectors: [detector('a', 'certain', /key/)] },
      'key '.repeat(9000),
      'timeout',
    );
  });

  it('finds after any edit what a full scan finds', function () {
    this.timeout(60_000);
    fc.assert(fc.property(texts(), fc.array(edits(), { minLength: 1, maxLength: 3 }), rescanEqualsScan), {
      numRuns: 30,
    });
  });

  it('scans again when a chain of overlaps leaves the window', () => {
    const chained = [detector('a', 'likely', /k.{0,150}/, ['k']), detector('b', 'certain', /key.{3}/)];
    const scanner = createScanner({ fingerprint, detectors: chained });
    const text = `key123${'k'.repeat(120_000)}`;
    const edited = `key123${'k'.repeat(60_000)}\n${'k'.repeat(60_000)}`;
    const edit = { start: 60_006, oldEnd: 60_006, newEnd: 60_007 };
    sameAfterEdit(scanner.rescan(edited, scanner.scan(text), edit), scanner.scan(edited));
  });
});

function detector(name: string, tier: Detector['tier'], pattern: RegExp, keywords = ['key']): Detector {
  return {
    id: `secret/${name}`,
    title: name,
    severity: 'error',
    tier,
    keywords,
    pattern,
    judged: true,
    hits: [],
    misses: [],
  };
}

function overlap(some: Detector[], text: string, expected: string[]): void {
  assert.deepEqual(
    createScanner({ fingerprint, detectors: some })
      .scan(text)
      .findings.map(it => it.detector),
    expected,
    text,
  );
}

function faulty(options: object, text: string, code: string, findings?: number): void {
  const result: ScanResult = createScanner({ fingerprint, ...options }).scan(text);
  assert.deepEqual(
    result.faults.map(it => it.code),
    [code],
  );
  assert.ok(!JSON.stringify(result.faults).includes('key_abcd'));
  if (findings !== undefined) assert.equal(result.findings.length, findings);
}

const scanner = createScanner({ fingerprint });

function rescanEqualsScan(text: string, changes: { at: number; remove: number; insert: string }[]): void {
  let before = text;
  let result = scanner.scan(before);
  for (const { at, remove, insert } of changes) {
    const start = Math.floor(at * before.length);
    const oldEnd = Math.min(before.length, start + remove);
    const after = before.slice(0, start) + insert + before.slice(oldEnd);
    const edit: Edit = { start, oldEnd, newEnd: start + insert.length };
    result = scanner.rescan(after, result, edit);
    sameAfterEdit(result, scanner.scan(after));
    before = after;
  }
}

/** In a long text, what only the whole of it tells is carried along until the next scan; what detectors find is never. */
function sameAfterEdit(rescanned: ScanResult, scanned: ScanResult): void {
  const near = (result: ScanResult) => withoutRecords(result).filter(it => !isOfWholeText(it.detector));
  if (rescanned.carried) assert.deepEqual([near(rescanned), rescanned.faults], [near(scanned), scanned.faults]);
  else assert.deepEqual(rescanned, scanned);
}

/** Pieces of hits, ordinary lines, and what breaks them, in any order; now and then far apart. */
function texts(): fc.Arbitrary<string> {
  return fc.array(pieces(), { maxLength: 60 }).map(parts => parts.join(''));
}

function pieces(): fc.Arbitrary<string> {
  const hits = detectors.flatMap(it => it.hits).map((hit, at) => sample(hit, at).replace(/[‹›]/g, ''));
  const part = fc.tuple(fc.constantFrom(...hits), fc.nat(60)).map(([hit, cut]) => hit.slice(0, hit.length - cut));
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...hits) },
    { weight: 2, arbitrary: part },
    {
      weight: 4,
      arbitrary: fc.constantFrom('\n', ' ', '"', "'", '=', ': ', '\\n', ';\n', '-----', 'password', 'secret=', '👍'),
    },
    { weight: 1, arbitrary: fc.nat(30_000).map(length => 'let x = 1;\n'.repeat(length / 11)) },
  );
}

function edits() {
  return fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.oneof(fc.nat(3), fc.nat(300)),
    insert: fc.oneof(fc.constant(''), pieces()),
  });
}
