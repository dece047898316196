import type { Fault } from '../core/model';
import type { ReportedFinding, Reporter, Summary } from '../core/report';

/** A report that is one JSON object, told at the end: `whole` makes it of a row for each finding that counts and of all faults. */
export function collectedReport(
  rowOf: (finding: ReportedFinding) => unknown,
  whole: (findings: readonly unknown[], faults: readonly Fault[], summary: Summary) => object,
): Reporter {
  const findings: unknown[] = [];
  const faults: Fault[] = [];
  return {
    tellsFaults: true,
    file(report) {
      for (const finding of report.findings) if (!finding.suppressed) findings.push(rowOf(finding));
      faults.push(...report.faults);
      return '';
    },
    fault(fault) {
      faults.push(fault);
      return '';
    },
    end: summary => `${JSON.stringify(whole(findings, faults, summary), undefined, 2)}\n`,
  };
}
