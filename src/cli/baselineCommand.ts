import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { settings as names } from '../contributes';
import {
  type Acceptance,
  acceptFindings,
  type BaselineEntry,
  baselinePath,
  dropGone,
  isHolding,
  problemOf,
} from '../core/baseline';
import type { Fault } from '../core/model';
import { printable } from '../core/printable';
import type { FileReport, Reporter } from '../core/report';
import { readBaselineFile, writeBaselineFile } from '../io/baselineFile';
import { ensureSalt } from '../io/ensureSalt';
import { gitUserName } from '../io/git';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { endOnBrokenPipe, write } from '../io/output';
import { scanJobs } from '../io/scanJobs';
import { pathJobs } from './scanCommand';
import { scanHistory } from './scanHistory';

export interface BaselineOptions {
  readonly reason?: string;
  /** Git's user name unless given. */
  readonly owner?: string;
  /** `YYYY-MM-DD`, or a number of days from now. */
  readonly expires: string;
  readonly update?: boolean;
  readonly check?: boolean;
  readonly history?: boolean;
  /** In bytes. */
  readonly maxFileSize?: number;
}

/**
 * Accepts what stands now: writes it to the baseline, with a reason, an owner and an end. `update` drops what no longer stands;
 * `check` only says what is new. Gives the exit code: 0, 1 where `check` found something new, 2 where nothing could be done.
 */
export async function baselineCommand(
  paths: readonly string[],
  options: BaselineOptions,
  reporter: Reporter,
): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const cwd = process.cwd();
  const { root, today } = openWorkspace({ cwd });
  const before = readBaselineFile(root);
  if (before.faults[0]) return fail(`${baselinePath}: ${before.faults[0].message}; mend it or delete it first`);
  const accepts = !options.check && (!options.update || options.reason !== undefined);
  const acceptance = accepts ? await acceptanceOf(options, root, today) : undefined;
  if (acceptance && 'error' in acceptance) return fail(acceptance.error);
  const salt = acceptance ? ensureSalt(root, today) : 'kept';
  if (salt === 'broken') return fail(".vscode/settings.json isn't valid JSON: mend it first");
  const scanned = await scanAll(paths, options, cwd);
  if (!scanned) return 2;
  if (options.check) return check(scanned, before.entries, reporter);
  const code = await change(root, before.entries, scanned, acceptance, { today, update: options.update === true });
  if (salt === 'added')
    await write(
      process.stdout,
      `lockside.${names.fingerprintSalt} was added to .vscode/settings.json: commit both files\n`,
    );
  return code;
}

async function acceptanceOf(
  { reason = '', owner, expires }: BaselineOptions,
  root: string,
  today: string,
): Promise<Acceptance | { readonly error: string }> {
  if (reason === '') return { error: 'say why with --reason: it stands in the baseline for whoever reads it' };
  const named = owner ?? (await gitUserName(root));
  if (named === undefined) return { error: 'say who answers for it with --owner: git knows no user.name here' };
  const acceptance = { reason: reason.trim(), owner: named.trim(), expires: dayOf(expires, today) };
  const error = problemOf(acceptance, today);
  return error === undefined ? acceptance : { error };
}

/** A day as it stands, or so many days from today. */
function dayOf(expires: string, today: string): string {
  const days = /^(\d{1,4})d?$/.exec(expires)?.[1];
  if (days === undefined) return expires;
  return new Date(Date.parse(today) + Number(days) * 86_400_000).toISOString().slice(0, 10);
}

/** Undefined where what was asked for can't be scanned. */
async function scanAll(
  paths: readonly string[],
  options: BaselineOptions,
  cwd: string,
): Promise<FileReport[] | undefined> {
  const workspace = openWorkspace({ cwd, maximumFileSize: options.maxFileSize });
  const reports: FileReport[] = [];
  let isWhole = true;
  for await (const outcome of outcomesOf(paths, options, workspace, cwd)) {
    if ('report' in outcome) reports.push(outcome.report);
    for (const fault of 'report' in outcome ? outcome.report.faults : 'fault' in outcome ? [outcome.fault] : [])
      await tell(fault);
    if ('fault' in outcome && outcome.fatal) isWhole = false;
  }
  return isWhole ? reports : undefined;
}

function outcomesOf(paths: readonly string[], { history }: BaselineOptions, workspace: Workspace, cwd: string) {
  return history ? scanHistory(paths, {}, workspace, cwd) : scanJobs(pathJobs(paths, workspace, cwd), workspace);
}

async function check(reports: readonly FileReport[], entries: readonly BaselineEntry[], reporter: Reporter) {
  const fresh = reports.flatMap(({ findings }) => findings.filter(({ suppressed }) => !suppressed));
  for (const report of reports) await write(process.stdout, reporter.file(report));
  await write(
    process.stdout,
    `${fresh.length === 0 ? 'nothing is new' : count(fresh.length, 'new finding')}, ${count(entries.length, 'finding')} in the baseline\n`,
  );
  return fresh.length > 0 ? 1 : 0;
}

async function change(
  root: string,
  entries: readonly BaselineEntry[],
  reports: readonly FileReport[],
  acceptance: Acceptance | undefined,
  { today, update }: { readonly today: string; readonly update: boolean },
): Promise<number> {
  const placed = (all: boolean) =>
    reports.flatMap(({ path, findings }) =>
      findings.filter(({ suppressed }) => all || !suppressed).map(finding => ({ ...finding, path })),
    );
  const kept = update ? dropGone(entries, placed(true), lookedAt(root, reports)) : { entries, dropped: 0 };
  const { added, ...grown } = acceptance
    ? acceptFindings(kept.entries, placed(false), acceptance, today)
    : { ...kept, added: 0 };
  if (added + kept.dropped > 0) writeBaselineFile(root, grown.entries);
  const holding = grown.entries.filter(entry => isHolding(entry, today)).length;
  const said = [
    acceptance && `${count(added, 'finding')} accepted until ${acceptance.expires} by ${acceptance.owner}`,
    update && `${count(kept.dropped, 'entry', 'entries')} dropped`,
    `${baselinePath} accepts ${count(holding, 'finding')} now`,
  ];
  await write(process.stdout, `${printable(said.filter(Boolean).join('; '))}\n`);
  return 0;
}

/** A path that was scanned, or whose file is no longer there. */
function lookedAt(root: string, reports: readonly FileReport[]): (path: string) => boolean {
  const scanned = new Set(reports.map(({ path }) => path));
  return path => scanned.has(path) || !existsSync(join(root, path.split('!/')[0] ?? path));
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

async function fail(message: string): Promise<number> {
  await tell({ code: 'settings', message });
  return 2;
}

async function tell({ where, message }: Fault): Promise<void> {
  await write(process.stderr, `lockside: ${printable(where ? `${where}: ${message}` : message)}\n`);
}
