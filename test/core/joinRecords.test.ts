import assert from 'node:assert/strict';
import { allFakers } from '@faker-js/faker';
import { joinRecords, withoutRecords } from '../../src/core/joinRecords';
import type { Field, Finding, ScanResult } from '../../src/core/model';
import { createScanner, lookedAtWhole } from '../../src/core/scan';
import { madeFinding } from './madeFinding';
import { formats, makeRecords } from './people';

const { scan, rescan } = createScanner({ fingerprint: (detector, value) => `${detector} ${value.length}` });
const field: Field = { name: 'street', title: 'street address', detector: 'pii/street-address', count: 3 };

describe('records beside what detectors found', () => {
  const cases: readonly [what: string, value: string, found: readonly string[], expected: readonly string[]][] = [
    ['nothing else', '5-9 likely', [], ['5-9 street-address*']],
    ['apart', '5-9 likely', ['0-5 email', '9-12 email'], ['0-5 email', '5-9 street-address*', '9-12 email']],
    ['the same, as sure', '5-9 likely', ['5-9 email'], ['5-9 email*']],
    ['the same, less sure', '5-9 likely', ['5-9 phone possible'], ['5-9 street-address*']],
    ['parts of it', '0-20 likely', ['2-5 email', '9-12 phone'], ['0-20 street-address*']],
    ['a secret in it', '0-20 likely', ['6-9 !token'], ['0-6 street-address*', '6-9 !token', '9-20 street-address*']],
    ['across its end', '5-15 likely', ['10-20 email'], ['5-10 street-address*', '10-20 email']],
    ['around it', '5-9 likely', ['0-20 email'], ['0-20 email']],
  ];
  for (const [what, value, found, expected] of cases) {
    it(`counts ${what} once, and lets nothing of it go`, () => {
      const text = 'abcdefghijklmnopqrstuvwxyz';
      const findings = found.map(it => finding(it));
      const joined = joinRecords(text, findings, [{ ...finding(`${value.split(' ')[0]} street-address`), field }]);
      assert.deepEqual(joined.findings.map(told), expected);
      assert.deepEqual(withoutRecords(joined), findings);
    });
  }

  for (const format of formats) {
    it(`are found by a scan of ${format}, each value once and whole`, () => {
      const made = makeRecords(seeded(), format, 30);
      const { findings, faults } = scan(made.text, { path: made.path, leaving: true });
      assert.deepEqual(faults, []);
      const spans = new Map(findings.map(it => [`${it.start}-${it.end}`, it]));
      const all = [...made.truth.values()].flat();
      const missing = all.filter(it => !spans.has(`${it.start}-${it.end}`));
      assert.ok(missing.length <= all.length / 100, `${missing.length} of ${all.length}`);
      assert.ok(findings.every((it, at) => at === 0 || it.start >= (findings[at - 1] as Finding).end));
      const fields = new Map(findings.flatMap(it => (it.field ? [[it.field, it.field.name]] : [])));
      assert.equal(fields.size, new Set(fields.values()).size, 'one object for a column');
    });
  }

  it('are left alone in programs until these leave', () => {
    const { text } = makeRecords(seeded(), 'js', 30);
    const fields = (path: string, leaving: boolean) =>
      scan(text, { path, leaving }).findings.filter(it => it.field).length;
    assert.equal(fields('a.ts', false), 0);
    assert.ok(fields('a.ts', true) > 100);
    const dump = makeRecords(seeded(), 'sql', 30);
    assert.ok(scan(dump.text, { path: 'a.sql' }).findings.some(it => it.field));
  });

  it('are the same after an edit, or carried along in a long text', () => {
    for (const rows of [20, 2000]) {
      const made = makeRecords(seeded(), 'csv', rows);
      let text = made.text;
      let result: ScanResult = scan(text, { path: 'a.csv' });
      for (const [place, remove, insert] of [
        [0.5, 0, 'x'],
        [0.5, 3, ''],
        [0.1, 0, 'a,b\n'],
        [0, 2, ''],
      ] as const) {
        const start = Math.floor(place * text.length);
        text = text.slice(0, start) + insert + text.slice(start + remove);
        result = rescan(text, result, { start, oldEnd: start + remove, newEnd: start + insert.length });
        assert.equal(result.carried ?? false, text.length > lookedAtWhole);
        const now = scan(text);
        if (!result.carried) assert.deepEqual(result, now);
        // Each edit touches a row or two.
        else {
          const known = new Set(now.findings.map(told));
          const kept = result.findings.filter(it => known.has(told(it)));
          assert.ok(kept.length > 0.95 * now.findings.length && kept.length > 0.95 * result.findings.length);
        }
      }
    }
  });
});

function seeded() {
  const faker = allFakers.en;
  faker.seed(17);
  return faker;
}

/** `5-9 email likely`; `!` before a name that is a secret's. */
function finding(told: string): Finding {
  const [span = '', name = '', tier = 'likely'] = told.split(' ');
  const [start = 0, end = 0] = span.split('-').map(Number);
  const kind = name.startsWith('!') ? 'secret' : 'pii';
  return {
    ...madeFinding(start, end, `${kind}/${name.replace('!', '')}`),
    kind,
    severity: 'warning',
    tier: tier as 'likely',
  };
}

function told({ start, end, detector, field: of }: Finding): string {
  const name = detector.replace('secret/', '!').replace('pii/', '');
  return `${start}-${end} ${name}${of ? '*' : ''}`;
}
