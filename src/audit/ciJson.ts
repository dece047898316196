import { type CiRun, exitCodeOf, stateOf } from '../core/ciRun';
import { rowOf } from './jsonlReport';

/** A run as one object: each gate with its state, its findings as rows, and everything that kept it from being asked. */
export function ciJson(run: CiRun): string {
  const { failOn, base, policyChanges, approvers } = run;
  const gates = run.gates.map(result => {
    const { gate, reports, refusals, unable, notes, skipped } = result;
    const findings = reports.flatMap(report => report.findings);
    return {
      ...{ gate, state: stateOf(result, failOn), refusals, unable, notes },
      ...(skipped ? { skipped } : {}),
      findings: findings.filter(({ suppressed }) => !suppressed).map(rowOf),
      accepted: findings.filter(({ suppressed }) => suppressed).length,
    };
  });
  const whole = { exitCode: exitCodeOf(run), failOn, ...(base ? { base } : {}), policyChanges, approvers, gates };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}
