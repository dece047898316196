import type { Workspace } from './openWorkspace';
import { type Outcome, type ScanJob, scanJob } from './scanJob';

/** Scans what is given, as it comes, and yields what came of it in the same order. What is an outcome already passes through. */
export async function* scanJobs(
  items: AsyncIterable<ScanJob | Outcome> | Iterable<ScanJob | Outcome>,
  workspace: Workspace,
): AsyncGenerator<Outcome> {
  for await (const item of items) yield 'from' in item ? scanJob(item, workspace) : item;
}
