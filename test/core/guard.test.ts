import assert from 'node:assert/strict';
import type { Crossing } from '../../src/core/crossing';
import { sample } from '../../src/core/detectors/sample';
import { createGuard } from '../../src/core/guard';
import type { AuditRecord } from '../../src/core/model';
import { createVault, restore } from '../../src/core/placeholders';
import { createPolicy, type Rule } from '../../src/core/policy';
import { createScanner } from '../../src/core/scan';

const token = sample('ghp_{alnum:30}{crc62:6}', 5);
const toModel: Crossing = {
  channel: 'model',
  destination: { kind: 'model', name: 'copilot/gpt-5' },
  source: { path: '.env' },
};
const text = `TOKEN=${token} # https://api.example.com\nagain ${token}`;

describe('the guard', () => {
  it('scans, decides, redacts and records, and keeps where the value came from', () => {
    const { guard, records } = makeGuard();
    const passed = guard.pass(text, toModel);
    assert.equal(passed.action, 'redact');
    assert.equal(passed.text, text.replaceAll(token, 'SECRET_GITHUB_TOKEN_1'));
    assert.equal(restore(passed.text, guard.vault), text);
    assert.deepEqual([...guard.vault.entry('SECRET_GITHUB_TOKEN_1')!.origins].sort(), [
      'file:.env',
      'host:api.example.com',
    ]);
    assert.deepEqual(
      passed.edits.map(({ start, end, placeholder }) => [start, end - start, placeholder]),
      [
        [6, 40, 'SECRET_GITHUB_TOKEN_1'],
        [text.lastIndexOf(token), 40, 'SECRET_GITHUB_TOKEN_1'],
      ],
    );
    assert.equal(records.length, 2);
    assert.deepEqual(
      [records[0]!.action, records[0]!.layer, records[0]!.placeholder],
      ['redact', 'default', 'SECRET_GITHUB_TOKEN_1'],
    );
    assert.ok(!JSON.stringify([records, passed.decisions, passed.faults]).includes(token));
  });

  it('only looks when it inspects', () => {
    const { guard, records } = makeGuard();
    assert.equal(guard.inspect(text, toModel).action, 'redact');
    assert.deepEqual([records.length, [...guard.vault.entries()].length], [0, 0]);
  });

  it('does as each rule says', () => {
    const cases: [action: Rule['action'], redacts: boolean, records: number][] = [
      ['allow', false, 0],
      ['log', false, 2],
      ['warn', false, 2],
      ['ask', true, 2],
      ['redact', true, 2],
      ['block', true, 2],
    ];
    for (const [action, redacts, count] of cases) {
      const { guard, records } = makeGuard([{ action }]);
      const passed = guard.pass(text, toModel);
      assert.deepEqual([passed.action, passed.text.includes(token), records.length], [action, !redacts, count], action);
    }
  });

  it('lets go what the person has just released, where the policy asks and only there', () => {
    for (const [action, goes] of [
      ['ask', true],
      ['redact', false],
      ['block', false],
    ] as const) {
      const { guard } = makeGuard([{ action }]);
      const released = new Set(guard.inspect(text, toModel).decisions.map(({ finding }) => finding.fingerprint));
      assert.equal(guard.pass(text, { ...toModel, released }).text.includes(token), goes, action);
      assert.ok(!guard.pass(text, { ...toModel, released: new Set(['0'.repeat(16)]) }).text.includes(token));
    }
  });

  it('blocks what was not scanned, unless the policy says otherwise', () => {
    assert.equal(makeGuard([], 10).guard.pass(text, toModel).action, 'block');
    assert.equal(
      makeGuard([{ detectors: ['fault/too-large'], action: 'ask' }], 10).guard.pass(text, toModel).action,
      'ask',
    );
    assert.equal(
      makeGuard([{ detectors: ['fault/timeout'], action: 'ask' }], 10).guard.pass(text, toModel).action,
      'block',
    );
  });

  it('S33: records no secret that stands in the name of a file', () => {
    const { guard, records } = makeGuard();
    guard.pass(text, { ...toModel, source: { path: `keys/${token}.ts` } });
    assert.deepEqual([...new Set(records.map(({ path }) => path))], ['keys/….ts']);
  });

  it('takes no name that stands elsewhere in the same request', () => {
    const { guard } = makeGuard();
    const taken = (name: string) => name === 'SECRET_GITHUB_TOKEN_1';
    assert.match(guard.pass(text, { ...toModel, taken }).text, /SECRET_GITHUB_TOKEN_2/);
  });
});

function makeGuard(rules: readonly Rule[] = [], length?: number) {
  const records: AuditRecord[] = [];
  const policy = createPolicy([{ layer: 'workspace', tightenOnly: false, rules }], '2026-01-01');
  const scanner = createScanner({
    fingerprint: (detector, value) => `${detector.length}${value.length}`.padStart(16, 'f'),
    limits: length === undefined ? {} : { length },
  });
  return {
    records,
    guard: createGuard({
      scanner,
      vault: createVault(),
      policy: () => policy,
      audit: more => void records.push(...more),
    }),
  };
}
