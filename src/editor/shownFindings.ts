import type { Decision, Fault } from '../core/model';
import type { FileFindings, FindingsStore } from './parts';

/** The decisions that views show and count: what the policy lets go or only logs stays quiet, and so does what is merely possible. */
export function shownFindings(file: FileFindings): Decision[] {
  return file.decisions.filter(
    ({ action, finding }) => action !== 'allow' && action !== 'log' && finding.tier !== 'possible',
  );
}

/** Why (a part of) a file was not scanned; what is wrong with its suppressions is another matter. */
export function notScanned(file: FileFindings): Fault[] {
  return file.faults.filter(({ code }) => code !== 'suppression' && code !== 'settings');
}

export interface Totals {
  readonly findings: number;
  /** Files with at least one finding that is shown. */
  readonly files: number;
  /** Files that could not be scanned, or not wholly. */
  readonly faults: number;
}

/** The counts that every view shows. */
export function totals(store: FindingsStore): Totals {
  const shown = Array.from(store.all(), file => ({
    count: shownFindings(file).length,
    fault: notScanned(file).length > 0,
  }));
  return {
    findings: shown.reduce((sum, { count }) => sum + count, 0),
    files: shown.filter(({ count }) => count > 0).length,
    faults: shown.filter(({ fault }) => fault).length,
  };
}
