import { type PackageRow, packagesJson, packagesJsonl } from '../audit/packagesReport';
import { sarifReport } from '../audit/sarifReport';
import { textReport } from '../audit/textReport';
import { settings as names } from '../contributes';
import type { Fault, Severity } from '../core/model';
import type { PackageFile, PackageFinding } from '../core/packages';
import { type FileReport, type Reporter, reportFile } from '../core/report';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { endOnBrokenPipe, write } from '../io/output';
import type { Outcome } from '../io/scanJob';
import { describeBase, openAdvisoryBase } from '../project/advisoryBase';
import { largestPackageFile, readPackageFiles } from '../project/packageFiles';
import type { FileToJudge } from '../supply/fileToJudge';
import { formatOf } from '../supply/formats';
import { judgePackages, worstFirst } from '../supply/judgePackages';
import { purlOf } from '../supply/purl';
import { loadTrust } from '../supply/trust/load';
import type { Answers } from './askAboutPackages';
import { createTally } from './tally';

export interface PackagesOptions {
  readonly format: 'text' | 'json' | 'jsonl' | 'sarif';
  readonly failOn: Severity;
  /** Judges the names in lockfiles, too. */
  readonly trust?: boolean;
  /** Asks the project's registries about the packages whose names are judged. */
  readonly online?: boolean;
  /** In bytes. */
  readonly maxFileSize?: number;
  readonly version: string;
}

/** Reads what files say about packages, and tells what advisories say about these. Gives the exit code: 0, 1 or 2. */
export async function packagesCommand(paths: readonly string[], options: PackagesOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const workspace = openWorkspace({ cwd: process.cwd(), maximumFileSize: options.maxFileSize });
  const files: ReadFile[] = [];
  const reporter = reporterOf(options, () => rowsOf(files));
  const tally = createTally(options, reporter);
  for (const fault of workspace.faults) await tally.fault(fault);
  const dates: string[] = [];
  for await (const outcome of packageOutcomes(paths, options, workspace, { files, dates })) {
    if ('late' in outcome) await tally.fault(outcome.late);
    else await tally.take(outcome);
  }
  if (dates.length > 0) await write(process.stderr, `lockside: advisories of ${dates.join(', ')}\n`);
  await write(process.stdout, reporter.end(tally.summary));
  return tally.exitCode();
}

/** What is told about the packages of some paths, file by file; `late` are faults of the advisories. Fills `into` while it goes. */
export async function* packageOutcomes(
  paths: readonly string[],
  options: Pick<PackagesOptions, 'trust' | 'online' | 'maxFileSize'>,
  workspace: Workspace,
  into: { readonly files: ReadFile[]; readonly dates: string[] },
): AsyncGenerator<Outcome | { readonly late: Fault }> {
  const { files } = into;
  const limit = options.maxFileSize ?? largestPackageFile;
  for await (const read of readPackageFiles(paths, { cwd: process.cwd(), pathOf: workspace.pathOf, formatOf, limit })) {
    if (read.fault) yield { fault: read.fault, fatal: read.named };
    else
      files.push({
        shown: read.file,
        path: read.path,
        text: read.text,
        file: read.format.parse(read.text, read.path, read.beside),
      });
  }
  const { base, faults } = await openAdvisoryBase(workspace, files);
  const fingerprint = workspace.guard.scanner.fingerprint;
  const { licences } = workspace.settings;
  // SPDX's expressions take as long to load as a lockfile to read.
  const judgeLicences = licences.length > 0 ? (await import('../supply/licences')).licenceFindings : undefined;
  const judged = judgePackages(files, { rowsOf: base.rowsOf, fingerprint, once: true });
  const answers = await answersTo(files, options, workspace);
  for (const [place, file] of files.entries()) {
    const findings = [
      ...(judged[place] ?? []),
      ...trustIn(file, options, workspace, answers),
      ...(judgeLicences?.(file.file, licences, fingerprint) ?? []),
    ];
    yield { report: toReport(file, findings, workspace) };
  }
  const { dates, gaps } = describeBase(base);
  into.dates.push(...dates);
  for (const late of [...faults, ...gaps, ...(answers?.faults ?? [])]) yield { late };
}

/** A file as it was read, with what it says of packages. */
export interface ReadFile extends FileToJudge {
  /** As the report names it. */
  readonly shown: string;
  readonly text: string;
}

function reporterOf({ format, version }: PackagesOptions, packages: () => Iterable<PackageRow>): Reporter {
  switch (format) {
    case 'json':
      return packagesJson(packages);
    case 'jsonl':
      return packagesJsonl();
    case 'sarif':
      return sarifReport(version);
    default:
      return textReport(process.stdout.isTTY === true && !process.env.NO_COLOR);
  }
}

function* rowsOf(files: readonly ReadFile[]): Generator<PackageRow> {
  for (const { shown, file } of files)
    for (const entry of file.packages) {
      const { ecosystem, name, version, direct } = entry;
      yield { file: shown, ecosystem, name, version, purl: purlOf(entry), direct, path: file.pathTo(entry) };
    }
}

/** What the file itself says of trust. The names in a lockfile were resolved by a tool, and there are thousands: they wait for `--trust`. */
function trustIn(
  { file, text }: ReadFile,
  options: Pick<PackagesOptions, 'trust' | 'online'>,
  { guard, settings }: Workspace,
  answers: Answers | undefined,
): PackageFinding[] {
  const { fingerprint } = guard.scanner;
  const scripts = file.format === 'package.json' ? loadTrust().judgeScripts(text, fingerprint) : [];
  if (!judgesNames(file, options)) return scripts;
  const facts = { fingerprint, now: Date.now(), newDays: settings.value<number>(names.newWithinDays) };
  return [...scripts, ...loadTrust().judgeTrust(file, { ...facts, answerOf: answers?.answerOf })];
}

function judgesNames(file: PackageFile, { trust }: Pick<PackagesOptions, 'trust'>): boolean {
  return file.packages.length > 0 && (file.kind !== 'lockfile' || trust === true);
}

/** What registries say, where somebody wants them asked. */
async function answersTo(
  files: readonly ReadFile[],
  options: Pick<PackagesOptions, 'trust' | 'online'>,
  workspace: Workspace,
): Promise<Answers | undefined> {
  if (!options.online) return undefined;
  const judged = files.map(({ file }) => file).filter(file => judgesNames(file, options));
  return (await import('./askAboutPackages')).askAboutPackages(judged, workspace);
}

/** By the same policy, the same comments and the same acceptances as a scan. */
function toReport(
  { shown, path, text, file }: ReadFile,
  findings: readonly PackageFinding[],
  workspace: Workspace,
): FileReport {
  const source = { path };
  const destination = { kind: 'report', name: 'cli' } as const;
  const decisions = findings
    .toSorted(worstFirst)
    .map(finding => workspace.settings.policy.decide(finding, source, destination));
  const { today, foreign, severityOf } = workspace;
  const report = reportFile({
    ...{ file: shown, path, text, decisions, today, foreign, severityOf },
    faults: [],
    inline: true,
  });
  const placed = (fault: Fault): Fault => ({ ...fault, where: fault.where ? `${shown}:${fault.where}` : shown });
  return { ...report, faults: [...file.faults.map(placed), ...report.faults] };
}
