import type { Fault } from '../core/model';
import type { FileReport, Reporter } from '../core/report';
import { rowOf } from './jsonlReport';

/** One object at the end: `{findings, faults, summary}`. */
export function jsonReport(): Reporter {
  const findings: ReturnType<typeof rowOf>[] = [];
  const faults: Fault[] = [];
  return {
    tellsFaults: true,
    file(report: FileReport) {
      for (const finding of report.findings) if (!finding.suppressed) findings.push(rowOf(finding));
      faults.push(...report.faults);
      return '';
    },
    fault(fault) {
      faults.push(fault);
      return '';
    },
    end: summary => `${JSON.stringify({ findings, faults, summary }, undefined, 2)}\n`,
  };
}
