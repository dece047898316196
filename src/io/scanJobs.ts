import type { Workspace } from './openWorkspace';
import { type Batch, isJob } from './scanBatch';
import { type CrewOptions, createScanCrew } from './scanCrew';
import type { Outcome, ScanJob } from './scanJob';

/**
 * Scans what is given, as it comes, and yields what came of it in the same order. What is an outcome already passes through.
 * Whatever takes longer than a moment is shared among threads, of which this one is one. Not much is in memory at once.
 */
export async function* scanJobs(
  items: AsyncIterable<ScanJob | Outcome> | Iterable<ScanJob | Outcome>,
  workspace: Workspace,
  options: Partial<CrewOptions> = {},
): AsyncGenerator<Outcome> {
  const crew = createScanCrew(workspace, options);
  // All that isn't yielded yet; and what of it nobody works on.
  const open: Batch[] = [];
  const idle: Batch[] = [];
  const finish = async (batch: Batch): Promise<readonly Outcome[]> => {
    while (!batch.outcomes) {
      crew.feed(idle);
      const next = idle.shift();
      if (next) await crew.scanHere(next);
      else await crew.news();
    }
    return batch.outcomes;
  };
  try {
    for await (const batch of batches(items)) {
      open.push(batch);
      idle.push(batch);
      crew.feed(idle);
      while (open[0]?.outcomes || isFull(open, crew.size)) yield* await finish(open.shift()!);
    }
    for (let batch = open.shift(); batch; batch = open.shift()) yield* await finish(batch);
  } finally {
    crew.dismiss();
  }
}

async function* batches(items: AsyncIterable<ScanJob | Outcome> | Iterable<ScanJob | Outcome>): AsyncGenerator<Batch> {
  let batch: (ScanJob | Outcome)[] = [];
  let bytes = 0;
  for await (const item of items) {
    batch.push(item);
    if (isJob(item) && typeof item.from !== 'string') bytes += item.from.length;
    if (batch.length < mostItems && bytes < mostBytes) continue;
    yield { items: batch, bytes };
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield { items: batch, bytes };
}

/** Few enough to take some milliseconds, enough to make the message worth while. */
const mostItems = 32;
const mostBytes = 1024 * 1024;

function isFull(open: readonly Batch[], threads: number): boolean {
  return open.length > 4 * threads || open.reduce((sum, it) => sum + it.bytes, 0) > 16 * mostBytes;
}
