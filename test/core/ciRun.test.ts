import assert from 'node:assert/strict';
import { blocking, type CiRun, exitCodeOf, type GateResult, stateOf, strictestReports } from '../../src/core/ciRun';
import type { Severity } from '../../src/core/model';
import type { FileReport, ReportedFinding } from '../../src/core/report';

const finding = (more: Partial<ReportedFinding> = {}): ReportedFinding => ({
  ...{ detector: 'secret/x', kind: 'secret', title: 'X', severity: 'error', tier: 'certain', reason: 'because' },
  ...{ fingerprint: 'a', file: 'a.ts', start: 0, end: 1, line: 1, column: 1, endLine: 1, endColumn: 2 },
  ...more,
});
const report = (...findings: ReportedFinding[]): FileReport => ({ file: 'a.ts', path: 'a.ts', findings, faults: [] });
const result = (more: Partial<GateResult> = {}): GateResult => ({
  ...{ gate: 'secrets', reports: [], refusals: [], unable: [], notes: [] },
  ...more,
});
const accepted = { suppressed: { reason: 'mine', kind: 'external' } } as const;
const fault = { code: 'unreadable', message: 'gone' } as const;

describe('a run of the gates', () => {
  it('says of each gate what became of it, and the worst of all', () => {
    const cases: [Partial<GateResult>, Severity, string, number][] = [
      [{}, 'warning', 'passed', 0],
      [{ reports: [report(finding())] }, 'warning', 'blocked', 1],
      [{ reports: [report(finding(accepted))] }, 'warning', 'passed', 0],
      [{ reports: [report(finding({ severity: 'information' }))] }, 'warning', 'passed', 0],
      [{ reports: [report(finding({ severity: 'information' }))] }, 'information', 'blocked', 1],
      [{ reports: [report(finding({ severity: 'warning' }))] }, 'error', 'passed', 0],
      [{ refusals: ['nobody has approved'] }, 'error', 'blocked', 1],
      [{ unable: [fault] }, 'error', 'unable', 2],
      [{ unable: [fault], reports: [report(finding())] }, 'error', 'unable', 2],
      [{ notes: ['by the way'] }, 'error', 'passed', 0],
      [{ skipped: { gate: 'secrets', reason: 'r', owner: 'o' } }, 'error', 'skipped', 0],
      [{ leftOut: true }, 'error', 'left out', 0],
    ];
    for (const [more, failOn, state, code] of cases) {
      const run: CiRun = { gates: [result(more), result()], failOn, policyChanges: [], approvers: [] };
      assert.deepEqual([stateOf(result(more), failOn), exitCodeOf(run)], [state, code], JSON.stringify(more));
    }
    const shut = [result({ unable: [fault] }), result({ refusals: ['no'] })];
    assert.equal(exitCodeOf({ gates: shut, failOn: 'error', policyChanges: [], approvers: [] }), 2);
  });

  it('tells the worst first', () => {
    const [low, high] = [finding({ severity: 'warning' }), finding({ start: 5, end: 6 })];
    assert.deepEqual(blocking(result({ reports: [report(low, high)] }), 'warning'), [high, low]);
  });

  it('takes of two policies the stricter answer, whichever comes first', () => {
    const open = finding();
    const cases: [ReportedFinding[], ReportedFinding[], ReportedFinding[]][] = [
      [[open], [], [open]],
      [[open], [finding(accepted)], [open]],
      [[finding(accepted)], [finding(accepted)], [finding(accepted)]],
      [[finding({ severity: 'information' })], [open], [open]],
      [[open], [finding({ start: 3, end: 4 })], [open, finding({ start: 3, end: 4 })]],
    ];
    for (const [one, other, expected] of cases)
      for (const sides of [
        [one, other],
        [other, one],
      ])
        assert.deepEqual(strictestReports(sides.map(side => [report(...side)]))[0]?.findings, expected);
    assert.equal(strictestReports([[report(open)], []]).length, 1);
    assert.equal(strictestReports([[], [report(open)]]).length, 1);
  });
});
