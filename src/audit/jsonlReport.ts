import type { ReportedFinding, Reporter } from '../core/report';

/** One row per finding that counts, written as soon as its file is done. Offsets are UTF-16, line and column begin at 1. */
export function jsonlReport(): Reporter {
  return {
    tellsFaults: false,
    file: ({ findings }) =>
      findings
        .filter(finding => !finding.suppressed)
        .map(finding => `${JSON.stringify(rowOf(finding))}\n`)
        .join(''),
    fault: () => '',
    end: () => '',
  };
}

/** The columns that other tools read, and nothing else; of a history also `commit`, `date` and `current`. */
export function rowOf({
  file,
  start,
  end,
  line,
  column,
  detector,
  kind,
  severity,
  tier,
  fingerprint,
  reason,
  origin,
}: ReportedFinding) {
  return { file, start, end, line, column, detector, kind, severity, tier, fingerprint, reason, ...origin };
}
