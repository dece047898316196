import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Severity } from '../core/model';
import type { Reporter } from '../core/report';
import { isArchiveName } from '../io/archiveKind';
import { gitRoot, readBlob, type StagedFile, stagedFiles } from '../io/git';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { endOnBrokenPipe, readStream, write } from '../io/output';
import { tooLarge } from '../io/readTextFile';
import { scanFiles } from '../io/scanFiles';
import type { Outcome, ScanJob } from '../io/scanJob';
import { scanJobs } from '../io/scanJobs';
import { walkFiles } from '../io/walkFiles';
import { displayed } from './displayed';
import type { HistoryOptions } from './scanHistory';
import { createTally } from './tally';

// What only some scans need is loaded for those.
const archiveReading = () => import('./archiveJobs');
const historyScan = () => import('./scanHistory');

export interface ScanOptions extends HistoryOptions {
  readonly staged?: boolean;
  readonly stdin?: boolean;
  readonly history?: boolean;
  /** Whether archives are opened that a walk meets; one that is named always is. */
  readonly archives?: boolean;
  readonly stdinPath: string;
  readonly failOn: Severity;
  /** In bytes. */
  readonly maxFileSize?: number;
  readonly verbose?: boolean;
}

/** Scans paths, the staged files or standard input, and writes the report while it goes. Gives the exit code: 0, 1 or 2. */
export async function scanCommand(paths: readonly string[], options: ScanOptions, reporter: Reporter): Promise<number> {
  endOnBrokenPipe(process.stdout);
  // Compiling large functions with all that they call takes V8 a quarter of a scan's time, in each thread anew.
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=150');
  const cwd = process.cwd();
  const workspace = openWorkspace({ cwd, maximumFileSize: options.maxFileSize });
  const tally = createTally(options, reporter);
  let told = 0;
  const tellSettings = async () => {
    for (; told < workspace.faults.length; told++) await tally.fault(workspace.faults[told]!);
  };
  await tellSettings();
  if (options.verbose) await tally.tellForeign(workspace);
  const outcomes = options.history
    ? (await historyScan()).scanHistory(paths, options, workspace, cwd)
    : scanJobs(jobs(paths, options, workspace, cwd), workspace, options);
  for await (const outcome of outcomes) await tally.take(outcome);
  await tellSettings();
  await write(process.stdout, reporter.end(tally.summary));
  return tally.exitCode();
}

/** What there is to scan, in the order of the report, and what can't be scanned at all. */
function jobs(
  paths: readonly string[],
  options: ScanOptions,
  workspace: Workspace,
  cwd: string,
): AsyncGenerator<ScanJob | Outcome> {
  if (options.stdin) return jobOfStdin(options.stdinPath, workspace, cwd);
  return options.staged ? stagedJobs(workspace, cwd) : pathJobs(paths, workspace, cwd, options.archives);
}

/** What the files at and below some paths, or below the folder itself, are to be scanned as. */
export async function* pathJobs(
  paths: readonly string[],
  { pathOf, maximumFileSize }: Workspace,
  cwd: string,
  archives = false,
): AsyncGenerator<ScanJob | Outcome> {
  for await (const walked of walkFiles(paths.length > 0 ? paths : ['.'], cwd)) {
    const file = displayed(walked.file, cwd);
    if (walked.fault) yield { fault: { ...walked.fault, where: file }, fatal: walked.named };
    else if (walked.skipped) yield { skipped: walked.skipped, file };
    else {
      const job = { file, path: pathOf(walked.file), from: walked.file };
      if (walked.named || (archives && isArchiveName(file)))
        yield* (await archiveReading()).archiveJobs(job, maximumFileSize);
      else yield job;
    }
  }
}

async function* stagedJobs(workspace: Workspace, cwd: string): AsyncGenerator<ScanJob | Outcome> {
  const root = await gitRoot(cwd);
  const staged = root.error === undefined ? await stagedFiles(root.value) : root;
  if (root.error !== undefined || staged.error !== undefined) {
    yield { fault: { code: 'unreadable', message: root.error ?? staged.error ?? '' }, fatal: true };
    return;
  }
  const read = async ({ path, blob }: StagedFile): Promise<ScanJob | Outcome> => {
    const absolute = resolve(root.value, path);
    const file = displayed(absolute, cwd);
    const blobRead = await readBlob(root.value, blob, workspace.maximumFileSize);
    if (blobRead.error !== undefined)
      return { fault: { code: 'unreadable', where: file, message: blobRead.error }, fatal: true };
    if (Buffer.isBuffer(blobRead.value)) return { file, path: workspace.pathOf(absolute), from: blobRead.value };
    return { fault: { ...tooLarge(blobRead.value.size, workspace.maximumFileSize), where: file }, fatal: false };
  };
  for await (const { result } of scanFiles(each(staged.value), read, 4)) yield result;
}

async function* jobOfStdin(name: string, workspace: Workspace, cwd: string): AsyncGenerator<ScanJob | Outcome> {
  const bytes = await readStream(process.stdin, workspace.maximumFileSize);
  if (bytes) yield { file: name, path: workspace.pathOf(resolve(cwd, name)), from: bytes };
  else yield { fault: { ...tooLarge(undefined, workspace.maximumFileSize), where: name }, fatal: false };
}

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}
