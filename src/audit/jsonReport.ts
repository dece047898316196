import type { Reporter } from '../core/report';
import { collectedReport } from './collectedReport';
import { rowOf } from './jsonlReport';

/** One object at the end: `{findings, faults, summary}`. */
export function jsonReport(): Reporter {
  return collectedReport(rowOf, (findings, faults, summary) => ({ findings, faults, summary }));
}
