import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ciJson } from '../audit/ciJson';
import { ciSummary } from '../audit/ciSummary';
import { sarifReport } from '../audit/sarifReport';
import { settings as names } from '../contributes';
import {
  type CiRun,
  exitCodeOf,
  type Gate,
  type GateResult,
  gates,
  type Skip,
  stateOf,
  strictestReports,
} from '../core/ciRun';
import { lockPath } from '../core/lockPlaces';
import type { Severity } from '../core/model';
import { findCommit, git, gitRoot } from '../io/git';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { endOnBrokenPipe, write } from '../io/output';
import { type PolicyOfCommit, policyOfCommit } from '../io/policyOfCommit';
import { auditTrail } from './auditTrail';
import { freshComments } from './ciComments';
import { type Asked, askAgents, askPackages, askPolicy, askScan, askSignOff, type CiPlace } from './ciGates';
import { complain } from './complain';
import { type Cleaner, withoutSecrets } from './withoutSecrets';

export interface CiOptions {
  /** Only what has changed since a commit, judged by that commit's policy as well. */
  readonly base?: string;
  /** What is to be released. */
  readonly commit: string;
  readonly sarif?: string;
  readonly json?: string;
  readonly summary?: string;
  /** Names of gates with commas between them. */
  readonly only?: string;
  readonly skip?: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly failOn: Severity;
  readonly version: string;
}

/** What a person wants of the gates, as it was read. */
interface Wishes extends Omit<CiOptions, 'only' | 'skip'> {
  readonly only?: readonly Gate[];
  readonly skip?: readonly Gate[];
}

/** Asks every gate, one after another, and tells a person what keeps the change back. Gives the exit code: 0, 1 or 2. */
export async function ciCommand(paths: readonly string[], given: CiOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const cwd = process.cwd();
  const workspace = openWorkspace({ cwd });
  const clean = withoutSecrets(workspace);
  const options = readWishes(given);
  if (!options) return complain(`--only and --skip name gates, with commas between: ${gates.join(', ')}`);
  const opened = await openPlace(paths, options, workspace);
  if ('error' in opened) return complain(clean(opened.error));
  const { place, base, changed } = opened;
  try {
    const before = base && openWorkspace({ cwd, settingsRoot: base.folder });
    const refused = refuse(options, [workspace, ...(before ? [before] : [])], clean);
    if (refused !== undefined) return await complain(clean(refused));
    const unrecorded = recordSkips(options, workspace);
    if (unrecorded !== undefined) return await complain(clean(unrecorded));
    const run = clean(await askAll(place, options, { workspace, before, base, changed }));
    await tell(run, options);
    return exitCodeOf(run);
  } catch (error) {
    // A bug in a check must not open the gate, and its message may quote what it choked on.
    return await complain(clean(`a check has failed: ${error instanceof Error ? error.message : String(error)}`));
  } finally {
    base?.remove();
  }
}

interface Sides {
  readonly workspace: Workspace;
  /** The same files by the policy of the base, where the change has another one. */
  readonly before: Workspace | undefined;
  readonly base: PolicyOfCommit | undefined;
  /** What of the policy the change itself changes; the base may have gone on as well. */
  readonly changed: readonly string[];
}

interface OpenedPlace extends Pick<Sides, 'base' | 'changed'> {
  readonly place: CiPlace & { readonly baseCommit?: string };
}

function readWishes({ only, skip, ...options }: CiOptions): Wishes | undefined {
  const [wanted, left] = [only, skip].map(readGates);
  if (wanted === null || left === null) return undefined;
  return { ...options, ...(wanted ? { only: wanted } : {}), ...(left ? { skip: left } : {}) };
}

/** Null where one is no gate: what was said instead isn't repeated. */
function readGates(text: string | undefined): Gate[] | undefined | null {
  const named = text?.split(',').map(one => gates.find(gate => gate === one.trim()));
  return named?.includes(undefined) ? null : (named as Gate[] | undefined);
}

async function openPlace(
  paths: readonly string[],
  { base: name, commit }: Wishes,
  { root }: Workspace,
): Promise<OpenedPlace | { error: string }> {
  const cwd = process.cwd();
  const repository = await gitRoot(cwd);
  const place = { cwd, paths, commit, repository: repository.error === undefined ? repository.value : undefined };
  if (name === undefined) return { place, base: undefined, changed: [] };
  if (repository.error !== undefined) return { error: repository.error };
  const baseCommit = await findCommit(cwd, name);
  const since = baseCommit && (await mergeBase(cwd, baseCommit));
  if (!since)
    return {
      error: `--base ${name}: git knows no such commit here, or none in common; fetch the whole history first (fetch-depth: 0)`,
    };
  const policy = await policyOfCommit(root, baseCommit);
  if (policy.error !== undefined) return { error: `--base ${name}: its policy can't be read: ${policy.error}` };
  const told = await git(root, ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', since, '--']);
  const untracked = await git(root, ['ls-files', '-z', '--others', '--exclude-standard']);
  const own = [told, untracked].flatMap(one =>
    one.error === undefined ? one.value.toString().split('\0') : policy.value.changed,
  );
  const changed = policy.value.changed.filter(path => own.includes(path));
  return { place: { ...place, since, baseCommit }, base: policy.value, changed };
}

async function mergeBase(cwd: string, commit: string): Promise<string | undefined> {
  const answer = await git(cwd, ['merge-base', commit, 'HEAD']);
  return answer.error === undefined ? answer.value.toString().trim() || undefined : undefined;
}

/** Why a skip or a choice of gates isn't taken. */
function refuse({ skip = [], only, reason, owner }: Wishes, sides: readonly Workspace[], clean: Cleaner) {
  const required = new Set(sides.flatMap(({ settings }) => settings.every<Gate[]>(names.ciRequired).flat()));
  const passedBy = [...gates].filter(
    gate => required.has(gate) && (skip.includes(gate) || (only && !only.includes(gate))),
  );
  if (passedBy.length > 0) return `the policy requires ${passedBy.join(', ')}: see "lockside.ci.required"`;
  if (skip.length === 0) return undefined;
  if (!reason?.trim() || !owner?.trim()) return '--skip needs --reason and --owner: why, and who answers for it';
  if (clean(`${reason} ${owner}`) !== `${reason} ${owner}`) return '--reason and --owner hold a secret: say it without';
  return undefined;
}

/** A skip that can't be recorded is none. */
function recordSkips({ skip = [], reason = '', owner = '' }: Wishes, workspace: Workspace): string | undefined {
  if (skip.length === 0) return undefined;
  const trail = auditTrail(workspace, 'cli', { client: 'ci' });
  const fault = trail.record(
    skip.map(gate => ({
      ...{ channel: 'cli', destination: { kind: 'report', name: 'ci' }, action: 'allow', layer: 'user' },
      ...{ reason: `skipped by ${owner}: ${reason}`, detector: `gate/${gate}`, fingerprint: '' },
    })),
  );
  const state = trail.state();
  trail.close();
  const failed = fault?.message ?? state?.error;
  return failed === undefined ? undefined : `the skip can't be recorded, so nothing is skipped: ${failed}`;
}

async function askAll(place: OpenedPlace['place'], options: Wishes, sides: Sides): Promise<CiRun> {
  const { only = gates, skip = [], reason = '', owner = '', failOn } = options;
  const { workspace, before, base, changed } = sides;
  const wanted = (gate: Gate) => only.includes(gate) && !skip.includes(gate);
  const judges = base && before && base.changed.length > 0 ? [workspace, before] : [workspace];
  const asked = new Map<Gate, Asked>();
  const each = async (ask: (place: CiPlace, workspace: Workspace) => Promise<Asked[]>) => {
    const answers: Asked[][] = [];
    for (const judge of judges) answers.push(await ask(place, judge));
    for (const [index, first] of (answers[0] ?? []).entries())
      asked.set(first.gate, strictest(answers.map(all => all[index]!)));
  };
  if (wanted('secrets') || wanted('personal') || wanted('prompts')) await each(askScan);
  if (wanted('packages')) await each(async (...of) => [await askPackages(...of)]);
  if (wanted('agents')) await each(async (...of) => [await askAgents(...of)]);
  // A policy that is mended is no longer broken: this one is asked as it is now.
  asked.set('policy', askPolicy(workspace));
  if (wanted('sign-off')) await each(async (...of) => [await askSignOff(...of)]);
  if (base && lockIsGone(base, workspace))
    refuseTo(asked, 'agents', `${lockPath} was there before this change and is gone`);
  const comments = await freshComments(place, before ?? workspace, [...asked.values()]);
  const results = gates.map((gate): GateResult => {
    const result = comments(asked.get(gate) ?? { gate, reports: [], refusals: [], unable: [], notes: [] });
    if (skip.includes(gate)) return { ...nothing(gate), skipped: { gate, reason, owner } satisfies Skip };
    // A policy that can't be read keeps every gate shut, also where nobody asked for it.
    if (!only.includes(gate) && !(gate === 'policy' && result.unable.length > 0))
      return { ...nothing(gate), leftOut: true };
    return result;
  });
  const { approvers } = (before ?? workspace).settings;
  return {
    gates: results,
    failOn,
    ...(place.baseCommit && options.base !== undefined
      ? { base: { name: options.base, commit: place.baseCommit } }
      : {}),
    policyChanges: changed,
    approvers: [...new Set(approvers.map(({ name }) => name))],
  };
}

function nothing(gate: Gate): GateResult {
  return { gate, reports: [], refusals: [], unable: [], notes: [] };
}

function strictest(answers: readonly Asked[]): Asked {
  const [first] = answers;
  const unable = new Map(answers.flatMap(one => one.unable).map(fault => [JSON.stringify(fault), fault]));
  return {
    gate: first!.gate,
    reports: strictestReports(answers.map(({ reports }) => reports)),
    refusals: [...new Set(answers.flatMap(({ refusals }) => refusals))],
    unable: [...unable.values()],
    notes: [...new Set(answers.flatMap(({ notes }) => notes))],
  };
}

function lockIsGone(base: PolicyOfCommit, { root }: Workspace): boolean {
  return existsSync(join(base.folder, lockPath)) && !existsSync(join(root, lockPath));
}

function refuseTo(asked: Map<Gate, Asked>, gate: Gate, why: string): void {
  const before = asked.get(gate);
  if (before) asked.set(gate, { ...before, refusals: [...before.refusals, why] });
}

async function tell(run: CiRun, options: Wishes): Promise<void> {
  const summary = ciSummary(run);
  const stepSummary = options.summary ?? process.env.GITHUB_STEP_SUMMARY;
  if (stepSummary) appendFileSync(stepSummary, summary);
  if (options.json !== undefined) writeFileSync(options.json, ciJson(run));
  if (options.sarif !== undefined) writeFileSync(options.sarif, sarifOf(run, options.version));
  await write(process.stdout, summary);
}

/** What GitHub takes in one run. */
const mostResults = 25_000;

function sarifOf({ gates: results, failOn }: CiRun, version: string): string {
  const reporter = sarifReport(version, mostResults);
  for (const result of results) {
    for (const report of result.reports) reporter.file({ ...report, faults: [] });
    for (const fault of result.unable) reporter.fault(fault);
    for (const message of result.refusals) reporter.fault({ code: 'settings', where: result.gate, message });
    if (stateOf(result, failOn) === 'skipped')
      reporter.fault({
        code: 'settings',
        where: result.gate,
        message: `skipped by ${result.skipped!.owner}: ${result.skipped!.reason}`,
      });
  }
  const none = { error: 0, warning: 0, information: 0 };
  return reporter.end({
    files: 0,
    findings: none,
    columns: 0,
    values: 0,
    suppressed: 0,
    faults: 0,
    skipped: { binary: 0, link: 0, special: 0 },
  });
}
