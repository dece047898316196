import { lawsOf } from '../core/records/laws';
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

/**
 * The columns that other tools read, and nothing else; of a history also `commit`, `date` and `current`, of personal data `laws`, and
 * `field` where it is a value of a column or of records.
 */
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
  field,
}: ReportedFinding) {
  const laws = lawsOf(detector);
  return {
    ...{ file, start, end, line, column, detector, kind, severity, tier, fingerprint, reason, ...origin },
    ...(field ? { field: field.name } : {}),
    ...(laws.length > 0 ? { laws } : {}),
  };
}
