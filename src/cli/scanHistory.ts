import { resolve } from 'node:path';
import { isDay } from '../core/isDay';
import type { Fault } from '../core/model';
import { printable } from '../core/printable';
import type { ReportedFinding } from '../core/report';
import type { Foreign } from '../core/team/foreign';
import { archiveLimits } from '../io/archiveBudget';
import { findCommit, openRepository, type Repository } from '../io/git';
import { type HistoryObject, type HistoryRange, type Walk, walkHead, walkHistory } from '../io/history';
import type { Workspace } from '../io/openWorkspace';
import { type ReadObject, readObjects } from '../io/readObjects';
import { tooLarge } from '../io/readTextFile';
import type { Outcome, ScanJob } from '../io/scanJob';
import { scanJobs } from '../io/scanJobs';
import { archiveJobs } from './archiveJobs';
import { displayed } from './displayed';
import { createProgress } from './progress';

export interface HistoryOptions {
  /** A commit, whose own history is left out; or a day or a span of time. */
  readonly since?: string;
  readonly maxCommits?: number;
  readonly threads?: number;
  /** Whether archives are opened. */
  readonly archives?: boolean;
}

/**
 * Scans every content of a repository's history once, the oldest first. A value is told once for each file that it stood in, with
 * the commit that brought it and whether HEAD still has it. For that, HEAD is scanned first.
 */
export async function* scanHistory(
  paths: readonly string[],
  options: HistoryOptions,
  workspace: Workspace,
  cwd: string,
): AsyncGenerator<Outcome> {
  const repository = await openRepository(cwd);
  if (repository.error !== undefined) return yield failed(repository.error);
  const range = await rangeOf(options, paths, cwd);
  if ('error' in range) return yield failed(range.error);
  if (repository.value.shallow) yield told('unreadable', 'a shallow clone: what is older than it was not scanned');
  const place = { workspace, cwd, repository: repository.value, ...options };
  const head = await scanHead(place, paths);
  yield* head.failures;
  const seen = new Set<string>();
  const progress = createProgress(process.stderr);
  let [objects, missing] = [0, 0];
  for await (const scanned of scanObjects(place, walkHistory(cwd, range), head.outcomes)) {
    objects++;
    progress.tell(() => `lockside: ${objects} objects, up to ${scanned.date || 'the tags'}`);
    if (scanned.missing) missing++;
    else {
      progress.clear();
      yield withOrigin(scanned, head, seen, workspace.foreign);
    }
  }
  progress.clear();
  if (missing > 0) yield told('unreadable', `a partial clone lacks ${missing} objects: they were not scanned`);
}

interface Place extends Pick<HistoryOptions, 'threads' | 'archives'> {
  readonly workspace: Workspace;
  readonly cwd: string;
  readonly repository: Repository;
}

function failed(message: string): Outcome {
  return { fault: { code: 'unreadable', message }, fatal: true };
}

function told(code: Fault['code'], message: string): Outcome {
  return { fault: { code, message }, fatal: false };
}

async function rangeOf(
  { since, maxCommits }: HistoryOptions,
  paths: readonly string[],
  cwd: string,
): Promise<HistoryRange | { readonly error: string }> {
  const range = { paths, maximumCommits: maxCommits };
  if (since === undefined) return range;
  const commit = await findCommit(cwd, since);
  if (commit) return { ...range, not: commit };
  // Of a day alone, git would take the time that it is now.
  if (isDay(since)) return { ...range, since: `${since}T00:00:00` };
  if (spanOfTime.test(since)) return { ...range, since };
  return {
    error: `--since ${printable(since)}: neither a commit, nor a day written YYYY-MM-DD, nor such as "3 months ago"`,
  };
}

const spanOfTime = /^\d{1,6}[ .](?:second|minute|hour|day|week|month|year)s?(?:[ .]ago)?$/;

/** What stands in HEAD: what came of each of its blobs, which values they hold, and which of those are accepted there. */
interface Head {
  /** By a blob's id: several for an archive. */
  readonly outcomes: ReadonlyMap<string, readonly Outcome[]>;
  readonly failures: readonly Outcome[];
  readonly fingerprints: ReadonlySet<string>;
  readonly accepted: ReadonlyMap<string, ReportedFinding['suppressed']>;
}

async function scanHead(place: Place, paths: readonly string[]): Promise<Head> {
  const outcomes = new Map<string, Outcome[]>();
  const failures: Outcome[] = [];
  const fingerprints = new Set<string>();
  const accepted = new Map<string, ReportedFinding['suppressed']>();
  for await (const { object, outcome, missing } of scanObjects(place, walkHead(place.cwd, paths))) {
    if (missing) continue;
    if (object) outcomes.set(object.id, [...(outcomes.get(object.id) ?? []), outcome]);
    else failures.push(outcome);
    for (const finding of 'report' in outcome ? outcome.report.findings : []) {
      fingerprints.add(finding.fingerprint);
      if (finding.suppressed) accepted.set(keyOf(finding), finding.suppressed);
    }
  }
  return { outcomes, failures, fingerprints, accepted };
}

interface Scanned {
  readonly outcome: Outcome;
  /** Undefined for what went wrong with the walk itself. */
  readonly object?: HistoryObject;
  readonly date: string;
  /** Set where a partial clone lacks it. */
  readonly missing: boolean;
}

/** Scans what a walk gives, in its order; what came of some objects may be known already. */
async function* scanObjects(
  place: Place,
  walk: AsyncIterable<Walk>,
  known: Head['outcomes'] = new Map(),
): AsyncGenerator<Scanned> {
  const { cwd, workspace } = place;
  const options = {
    limit: workspace.maximumFileSize,
    archiveLimit: place.archives ? archiveLimits.nested : undefined,
    isKnown: ({ id }: HistoryObject) => known.has(id),
  };
  const waiting: Omit<Scanned, 'outcome'>[] = [];
  const items = async function* () {
    for await (const read of readObjects(cwd, walk, options)) {
      const about =
        'error' in read
          ? { date: '', missing: false }
          : { object: read.object, date: read.date, missing: read.content.kind === 'missing' };
      for await (const item of itemsOf(read, place, known)) {
        waiting.push(about);
        yield item;
      }
    }
  };
  for await (const outcome of scanJobs(items(), workspace, { threads: place.threads }))
    yield { outcome, ...waiting.shift()! };
}

async function* itemsOf(read: ReadObject, place: Place, known: Head['outcomes']): AsyncGenerator<ScanJob | Outcome> {
  if ('error' in read) return yield failed(read.error);
  const { object, content } = read;
  const { file, path } = namesOf(object, place);
  if (content.kind === 'known') return yield* known.get(object.id)!;
  if (content.kind === 'bytes') {
    const job = { file, path, from: content.bytes };
    return place.archives ? yield* archiveJobs(job, place.workspace.maximumFileSize) : yield job;
  }
  if (content.kind === 'binary') return yield { skipped: 'binary', file };
  const where = object.commit ? `${file} in ${short(object.commit)}` : file;
  if (content.kind === 'missing')
    return yield { fault: { code: 'unreadable', message: 'not here', where }, fatal: false };
  yield { fault: { ...tooLarge(content.size, content.limit), where }, fatal: false };
}

/** Messages are called by what they belong to; rules know them by git's own names. */
function namesOf(object: HistoryObject, { cwd, workspace, repository }: Place): { file: string; path: string } {
  if (object.kind === 'commit') return { file: `commit ${short(object.id)}`, path: '.git/COMMIT_EDITMSG' };
  if (object.kind === 'tag') return { file: `tag ${object.path}`, path: '.git/TAG_EDITMSG' };
  const absolute = resolve(repository.root, object.path);
  return { file: displayed(absolute, cwd), path: workspace.pathOf(absolute) };
}

function short(id: string): string {
  return id.slice(0, 10);
}

/** Leaves out what was told of the same file before, and says of the rest where it came from. */
function withOrigin(
  { outcome, object, date }: Scanned,
  head: Head,
  seen: Set<string>,
  foreign: Foreign | undefined,
): Outcome {
  if (!('report' in outcome) || !object) return outcome;
  const fresh = outcome.report.findings.filter(finding => !seen.has(keyOf(finding)));
  for (const finding of fresh) seen.add(keyOf(finding));
  const { path } = outcome.report;
  const findings = fresh.map(finding => ({
    ...finding,
    origin: {
      ...(object.commit ? { commit: object.commit, date } : {}),
      ...(object.kind === 'blob' ? { current: head.fingerprints.has(finding.fingerprint) } : {}),
    },
    ...suppressedBy(
      finding.suppressed ?? head.accepted.get(keyOf(finding)) ?? acceptedBy(foreign, object, path, finding),
    ),
  }));
  // What is wrong with comments of the past can't be mended there.
  const faults = outcome.report.faults.filter(({ code }) => code !== 'suppression');
  return { report: { ...outcome.report, findings, faults } };
}

/** What another scanner's file accepts of what this commit brought; personal data is no matter of theirs. */
function acceptedBy(
  foreign: Foreign | undefined,
  { commit }: HistoryObject,
  path: string,
  { kind, line, detector }: ReportedFinding,
): ReportedFinding['suppressed'] {
  const reason = kind === 'secret' && commit ? foreign?.acceptedIn(commit, path, line, detector) : undefined;
  return reason === undefined ? undefined : { reason, kind: 'external' };
}

function suppressedBy(suppressed: ReportedFinding['suppressed']): Pick<ReportedFinding, 'suppressed'> {
  return suppressed ? { suppressed } : {};
}

function keyOf({ file, fingerprint }: ReportedFinding): string {
  return `${file}\0${fingerprint}`;
}
