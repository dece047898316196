import type { Fault } from '../core/model';
import { type FileReport, reportFile, type Skipped } from '../core/report';
import type { Workspace } from './openWorkspace';
import { decodeText, readTextFile, type TextFile } from './readTextFile';
import { isNotebook, withCells } from './withCells';

/** Something to scan. Plain data, so that another thread can take it. */
export interface ScanJob {
  /** What the report calls it. */
  readonly file: string;
  /** What policies match: relative to the workspace's root, with forward slashes. */
  readonly path: string;
  /** Where it lies on disk, or its bytes where they come from elsewhere: a staged object, a history, an archive. */
  readonly from: string | Uint8Array;
}

/** What came of one job, or of what never became one. Plain data as well. */
export type Outcome =
  | { readonly report: FileReport }
  /** `fatal` where the whole scan can't be called one any more. */
  | { readonly fault: Fault; readonly fatal: boolean }
  | { readonly skipped: Skipped; readonly file: string };

/** Scans a job with a workspace's settings. Never throws: what can't be read or scanned is a fault. */
export function scanJob({ file, path, from }: ScanJob, workspace: Workspace): Outcome {
  const read = typeof from === 'string' ? readTextFile(from, workspace.maximumFileSize) : decodeText(from);
  if ('skipped' in read) return { skipped: read.skipped, file };
  if ('fault' in read) return { fault: { ...read.fault, where: file }, fatal: false };
  return { report: reportText(read, file, path, workspace) };
}

function reportText(
  { text, faults }: Extract<TextFile, { text: string }>,
  file: string,
  path: string,
  { guard, today, foreign, severityOf }: Workspace,
): FileReport {
  const source = { path };
  const scanned = guard.scanner.scan(text, source);
  const crossing = { channel: 'cli', destination: { kind: 'report', name: 'cli' }, source } as const;
  const inspected = guard.inspect(text, crossing, scanned).decisions;
  const decisions = isNotebook(path) ? withCells(text, inspected) : inspected;
  return reportFile({
    ...{ file, path, text, decisions, today, foreign, severityOf },
    faults: [...faults, ...scanned.faults],
    inline: true,
  });
}
