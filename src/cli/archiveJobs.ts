import { closeSync, constants, openSync, readSync } from 'node:fs';
import { readArchive } from '../io/archive';
import { archiveLimits } from '../io/archiveBudget';
import { archiveHead, archiveKind } from '../io/archiveKind';
import type { Outcome, ScanJob } from '../io/scanJob';

/** A file's own job; or, where it is an archive, one for each file in it. `limit` is in bytes, of each of those. */
export async function* archiveJobs(job: ScanJob, limit: number): AsyncGenerator<ScanJob | Outcome> {
  const head = typeof job.from === 'string' ? readHead(job.from) : job.from;
  const kind = head && archiveKind(head);
  if (!kind) return yield job;
  const source = typeof job.from === 'string' ? { file: job.from } : { bytes: Buffer.from(job.from) };
  for await (const inner of readArchive(job.file, kind, source, { ...archiveLimits, file: limit })) {
    const path = job.path + inner.name.slice(job.file.length);
    if ('bytes' in inner) yield { file: inner.name, path, from: inner.bytes };
    else if ('skipped' in inner) yield { skipped: inner.skipped, file: inner.name };
    else yield { fault: { ...inner.fault, where: inner.name }, fatal: false };
  }
}

/** Nothing where the file can't be read: whoever scans it says why. */
function readHead(file: string): Uint8Array | undefined {
  try {
    const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const head = Buffer.alloc(archiveHead);
      return head.subarray(0, readSync(handle, head, 0, archiveHead, 0));
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}
