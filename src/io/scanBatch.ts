import type { Workspace } from './openWorkspace';
import { type Outcome, type ScanJob, scanJob } from './scanJob';

/** Some jobs that go to a thread together, in the order of the report. */
export interface Batch {
  /** What is an outcome already needs no scan. */
  readonly items: (ScanJob | Outcome)[];
  /** Of the contents that it holds itself. */
  readonly bytes: number;
  /** One for each item, once it is done. */
  outcomes?: readonly Outcome[];
}

/** Scans a batch in this very thread. */
export function scanBatch({ items }: Batch, workspace: Workspace): Outcome[] {
  return items.map(item => (isJob(item) ? scanJob(item, workspace) : item));
}

export function isJob(item: ScanJob | Outcome): item is ScanJob {
  return 'from' in item;
}
