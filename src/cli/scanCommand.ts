import { relative, resolve } from 'node:path';
import type { Fault, ScanResult, Severity } from '../core/model';
import { printable } from '../core/printable';
import { type FileReport, type Reporter, reportFile, type Skipped, type Summary } from '../core/report';
import { gitRoot, readBlob, type StagedFile, stagedFiles } from '../io/git';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { endOnBrokenPipe, readStream, write } from '../io/output';
import { decodeText, readTextFile, type TextFile, tooLarge } from '../io/readTextFile';
import { scanFiles } from '../io/scanFiles';
import { type Walked, walkFiles } from '../io/walkFiles';

export interface ScanOptions {
  readonly staged?: boolean;
  readonly stdin?: boolean;
  readonly stdinPath: string;
  readonly failOn: Severity;
  /** In bytes. */
  readonly maxFileSize?: number;
  readonly verbose?: boolean;
}

/** Scans paths, the staged files or standard input, and writes the report while it goes. Gives the exit code: 0, 1 or 2. */
export async function scanCommand(paths: readonly string[], options: ScanOptions, reporter: Reporter): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const cwd = process.cwd();
  const workspace = openWorkspace({ cwd, maximumFileSize: options.maxFileSize });
  const tally = createTally(options, reporter);
  let told = 0;
  const tellSettings = async () => {
    for (; told < workspace.faults.length; told++) await tally.fault(workspace.faults[told]!);
  };
  await tellSettings();
  if (options.verbose) await tally.tellForeign(workspace);
  for await (const outcome of outcomes(paths, options, workspace, cwd)) await tally.take(outcome);
  await tellSettings();
  await write(process.stdout, reporter.end(tally.summary));
  return tally.exitCode();
}

/** What came of one file, pipe or staged object. */
type Outcome =
  | { readonly report: FileReport }
  | { readonly fault: Fault; readonly fatal: boolean }
  | { readonly skipped: Skipped; readonly file: string };

async function* outcomes(
  paths: readonly string[],
  options: ScanOptions,
  workspace: Workspace,
  cwd: string,
): AsyncGenerator<Outcome> {
  if (options.stdin) yield await scanStdin(options.stdinPath, workspace, cwd);
  else if (options.staged) yield* scanStaged(workspace, cwd);
  else yield* scanPaths(paths, workspace, cwd);
}

async function* scanPaths(paths: readonly string[], workspace: Workspace, cwd: string): AsyncGenerator<Outcome> {
  const work = async (walked: Walked): Promise<Outcome> => {
    const file = displayed(walked.file, cwd);
    if (walked.fault) return { fault: { ...walked.fault, where: file }, fatal: walked.named };
    if (walked.skipped) return { skipped: walked.skipped, file };
    return toOutcome(
      await readTextFile(walked.file, workspace.maximumFileSize),
      file,
      workspace.pathOf(walked.file),
      workspace,
    );
  };
  for await (const { result } of scanFiles(walkFiles(paths.length > 0 ? paths : ['.'], cwd), work)) yield result;
}

async function* scanStaged(workspace: Workspace, cwd: string): AsyncGenerator<Outcome> {
  const root = await gitRoot(cwd);
  const staged = root.error === undefined ? await stagedFiles(root.value) : root;
  if (root.error !== undefined || staged.error !== undefined) {
    yield { fault: { code: 'unreadable', message: root.error ?? staged.error ?? '' }, fatal: true };
    return;
  }
  const work = async ({ path, blob }: StagedFile): Promise<Outcome> => {
    const file = displayed(resolve(root.value, path), cwd);
    const read = await readBlob(root.value, blob, workspace.maximumFileSize);
    if (read.error !== undefined)
      return { fault: { code: 'unreadable', where: file, message: read.error }, fatal: true };
    const text = Buffer.isBuffer(read.value)
      ? decodeText(read.value)
      : { fault: tooLarge(read.value.size, workspace.maximumFileSize) };
    return toOutcome(text, file, workspace.pathOf(resolve(root.value, path)), workspace);
  };
  for await (const { result } of scanFiles(each(staged.value), work, 4)) yield result;
}

async function scanStdin(name: string, workspace: Workspace, cwd: string): Promise<Outcome> {
  const bytes = await readStream(process.stdin, workspace.maximumFileSize);
  const text = bytes ? decodeText(bytes) : { fault: { ...tooLarge(undefined, workspace.maximumFileSize) } };
  return toOutcome(text, name, workspace.pathOf(resolve(cwd, name)), workspace);
}

function toOutcome(read: TextFile, file: string, path: string, workspace: Workspace): Outcome {
  if ('skipped' in read) return { skipped: read.skipped, file };
  if ('fault' in read) return { fault: { ...read.fault, where: file }, fatal: false };
  const { guard, today, severityOf } = workspace;
  const scanned = guard.scanner.scan(read.text, { path });
  const { decisions } = guard.inspect(
    read.text,
    { channel: 'cli', destination: { kind: 'report', name: 'cli' }, source: { path } },
    scanned,
  );
  return {
    report: reportFile({
      file,
      path,
      text: read.text,
      decisions,
      faults: faultsOf(read.faults, scanned),
      today,
      inline: true,
      foreign: workspace.foreign,
      severityOf,
    }),
  };
}

function faultsOf(reading: readonly Fault[], scanned: ScanResult): Fault[] {
  return [...reading, ...scanned.faults];
}

function displayed(file: string, cwd: string): string {
  return (relative(cwd, file) || '.').replaceAll('\\', '/');
}

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

const severities: readonly Severity[] = ['information', 'warning', 'error'];

/** Counts what is told, and tells it. */
function createTally(options: ScanOptions, reporter: Reporter) {
  const summary = {
    files: 0,
    findings: { error: 0, warning: 0, information: 0 },
    suppressed: 0,
    faults: 0,
    skipped: { binary: 0, link: 0, special: 0 },
  };
  let fatal = false;
  let unread = 0;
  const note = async (text: string) => write(process.stderr, `lockside: ${printable(text)}\n`);
  const tellFault = async (fault: Fault) => {
    summary.faults++;
    if (!reporter.tellsFaults) await note(`${fault.where ? `${fault.where}: ` : ''}${fault.message}`);
  };
  return {
    summary: summary as Summary,
    /** Which files of other scanners count here. */
    async tellForeign({ foreign }: Workspace) {
      for (const file of foreign?.files ?? []) await note(`${file}: read for its rules and for what it accepts`);
    },
    async fault(fault: Fault) {
      await tellFault(fault);
      await write(process.stdout, reporter.fault(fault));
    },
    async take(outcome: Outcome) {
      if ('skipped' in outcome) {
        summary.skipped[outcome.skipped]++;
        if (options.verbose) await note(`${outcome.file}: ${passedOver[outcome.skipped]}`);
      } else if ('fault' in outcome) {
        fatal ||= outcome.fatal;
        unread++;
        await this.fault(outcome.fault);
      } else {
        summary.files++;
        for (const fault of outcome.report.faults) await tellFault(fault);
        for (const { severity, suppressed } of outcome.report.findings) {
          if (suppressed) summary.suppressed++;
          else summary.findings[severity]++;
        }
        await write(process.stdout, reporter.file(outcome.report));
      }
    },
    /** Where nothing at all could be read, "no findings" would be a lie. */
    exitCode() {
      if (fatal || (summary.files === 0 && unread > 0)) return 2;
      return severities.slice(severities.indexOf(options.failOn)).some(severity => summary.findings[severity] > 0)
        ? 1
        : 0;
    },
  };
}

const passedOver: Readonly<Record<Skipped, string>> = {
  binary: 'binary, not scanned',
  link: 'a symbolic link, not followed',
  special: 'a pipe, socket or device, not scanned',
};
