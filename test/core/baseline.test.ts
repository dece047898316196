import assert from 'node:assert/strict';
import {
  acceptFindings,
  type BaselineEntry,
  baselineFaults,
  dropGone,
  problemOf,
  readBaseline,
  writeBaseline,
} from '../../src/core/baseline';
import type { Destination, Finding } from '../../src/core/model';
import { createPolicy } from '../../src/core/policy';

const today = '2026-01-15';
const acceptance = { reason: 'known since 2025', owner: 'Team A', expires: '2026-04-15' };
const print = (digit: number) => digit.toString(16).repeat(16);
const entry = (path: string, digit: number, more: Partial<BaselineEntry> = {}): BaselineEntry => ({
  path,
  detector: 'secret/x',
  fingerprint: print(digit),
  ...acceptance,
  ...more,
});

describe('a baseline', () => {
  it('is written in one order, a line for each entry, and read as it was written', () => {
    const entries = [entry('b.ts', 1), entry('a.ts', 3), entry('a.ts', 2, { reason: 'quotes " and \n lines' })];
    const text = writeBaseline(entries);
    assert.equal(writeBaseline([...entries].reverse()), text);
    const read = readBaseline(text);
    assert.deepEqual(read.faults, []);
    assert.deepEqual(
      read.entries.map(({ path, fingerprint }) => path + fingerprint[0]),
      ['a.ts2', 'a.ts3', 'b.ts1'],
    );
    assert.equal(text.split('\n').length, 3 + 3 + 3);
    assert.deepEqual(readBaseline(writeBaseline([])), { entries: [], faults: [] });
  });

  const broken: [string, string, number][] = [
    ['no JSON', '{', 0],
    ['null', 'null', 0],
    ['another version', '{"version": 2, "accepted": []}', 0],
    ['no list', '{"version": 1, "accepted": {}}', 0],
    ['a bad fingerprint', writeBaseline([entry('a', 1, { fingerprint: 'x' }), entry('a', 2)]), 1],
    ['no reason', writeBaseline([entry('a', 1, { reason: ' ' })]), 0],
    ['no owner', writeBaseline([entry('a', 1, { owner: '' })]), 0],
    ['no end', writeBaseline([entry('a', 1, { expires: 'never' }), entry('a', 2)]), 1],
    ['entries that are none', '{"version": 1, "accepted": [1, null, "x", []]}', 0],
  ];
  for (const [name, text, kept] of broken) {
    it(`with ${name} accepts nothing by that, and says so`, () => {
      const read = readBaseline(text);
      assert.equal(read.entries.length, kept);
      assert.equal(read.faults.length, 1);
    });
  }

  it('takes what is new or has expired, and leaves the rest as it is', () => {
    const kept = entry('a.ts', 1, { owner: 'Team B' });
    const old = entry('a.ts', 2, { expires: '2026-01-14' });
    const found = [kept, old, entry('b.ts', 1), entry('b.ts', 1)];
    const change = acceptFindings([kept, old], found, acceptance, today);
    assert.equal(change.added, 2);
    assert.deepEqual(change.entries, [kept, entry('a.ts', 2), entry('b.ts', 1)]);
  });

  it('drops what is gone, where it was looked for', () => {
    const entries = [entry('a.ts', 1), entry('a.ts', 2), entry('b.ts', 3)];
    const change = dropGone(entries, [entry('a.ts', 1)], path => path === 'a.ts');
    assert.equal(change.dropped, 1);
    assert.deepEqual(change.entries, [entries[0], entries[2]]);
  });

  const report: Destination = { kind: 'report', name: 'cli' };
  const fates: [string, Partial<BaselineEntry>, string | undefined, Destination, boolean][] = [
    ['in a report', {}, 'a.ts', report, true],
    ['in the editor', {}, 'a.ts', { kind: 'editor', name: 'a.ts' }, true],
    ['on its last day', { expires: today }, 'a.ts', report, true],
    ['when it has expired', { expires: '2026-01-14' }, 'a.ts', report, false],
    ['in another file', {}, 'b.ts', report, false],
    ['in no file', {}, undefined, report, false],
    ['as another value', { fingerprint: print(2) }, 'a.ts', report, false],
    ['as another kind', { detector: 'secret/y' }, 'a.ts', report, false],
    ['on the way to a model', {}, 'a.ts', { kind: 'model', name: 'copilot/x' }, false],
    ['on the way to the clipboard', {}, 'a.ts', { kind: 'clipboard', name: '' }, false],
  ];
  for (const [name, more, path, destination, lets] of fates) {
    it(`${lets ? 'accepts' : 'does not accept'} a finding ${name}`, () => {
      const finding = { detector: 'secret/x', fingerprint: print(1) } as Finding;
      const layer = { layer: 'workspace', tightenOnly: false, baseline: [entry('a.ts', 1, more)] } as const;
      const decision = createPolicy([layer], today).decide(finding, path === undefined ? {} : { path }, destination);
      assert.equal(decision.suppressed, lets ? acceptance.reason : undefined);
      const untrusted = createPolicy([{ ...layer, tightenOnly: true }], today).decide(finding, { path }, destination);
      assert.equal(untrusted.suppressed, undefined, 'an untrusted workspace accepts nothing');
    });
  }

  it('says how many entries have expired', () => {
    assert.deepEqual(baselineFaults([entry('a', 1)], today), []);
    const [fault] = baselineFaults(
      [entry('a', 1), entry('a', 2, { expires: '2025-12-01' }), entry('a', 3, { expires: '2025-11-01' })],
      today,
    );
    assert.match(fault!.message, /^2 of 3 entries have expired, the first on 2025-11-01/);
  });

  it('needs a reason, an owner and an end to come', () => {
    const cases: [Partial<BaselineEntry>, RegExp | undefined][] = [
      [{}, undefined],
      [{ reason: 'no' }, /reason/],
      [{ owner: ' ' }, /owner/],
      [{ expires: 'soon' }, /YYYY-MM-DD/],
      [{ expires: '2026-01-14' }, /past/],
    ];
    for (const [more, problem] of cases) {
      const told = problemOf({ ...acceptance, ...more }, today);
      if (problem) assert.match(told ?? '', problem);
      else assert.equal(told, undefined);
    }
  });
});
