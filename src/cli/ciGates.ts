import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Change, describeChange, subjectOf } from '../agents/lock/changes';
import { settings as names } from '../contributes';
import type { AgentItem } from '../core/agents';
import type { Gate, GateResult } from '../core/ciRun';
import type { Destination, Fault } from '../core/model';
import { holdsBack } from '../core/policy';
import type { FileReport, ReportedFinding } from '../core/report';
import { type GitAnswer, git } from '../io/git';
import type { Workspace } from '../io/openWorkspace';
import type { Outcome, ScanJob } from '../io/scanJob';
import { scanJobs } from '../io/scanJobs';
import { waiversPath } from '../io/waiversFile';
import { agentOutcomes } from './agentsCommand';
import { displayed } from './displayed';
import { unapprovedChanges } from './lockCommand';
import { packageOutcomes } from './packagesCommand';
import { permissionDrift } from './permissionsCommand';
import { failedCases } from './policyCommand';
import { pathJobs } from './scanCommand';
import { scanHistory } from './scanHistory';
import { judgeCommit } from './signOffCommand';

/** What is looked at, and what it is compared with. */
export interface CiPlace {
  readonly cwd: string;
  readonly paths: readonly string[];
  /** The repository's root; undefined where there is none. */
  readonly repository: string | undefined;
  /** The commit that the change grew from, in full; undefined where everything is looked at. */
  readonly since?: string;
  /** What is to be released. */
  readonly commit: string;
}

/** One gate's answer, as one workspace's settings give it. */
export type Asked = Omit<GateResult, 'skipped' | 'leftOut'>;

/** Asks what one scan of the files answers: secrets, personal data, and what is written for models. */
export async function askScan(place: CiPlace, workspace: Workspace): Promise<Asked[]> {
  const seen = await collect(scannedOutcomes(place, workspace), workspace);
  const inWorkTree = new Set(seen.reports.flatMap(({ findings }) => findings.map(keyOf)));
  const old = place.since === undefined ? undefined : await collect(commitOutcomes(place, workspace), workspace);
  const past = (old?.reports ?? []).map(report => ({
    ...report,
    findings: report.findings.filter(finding => !inWorkTree.has(keyOf(finding))),
  }));
  const all = [...seen.reports, ...past];
  const unable = [...seen.unable, ...(old?.unable ?? [])];
  const notes = [...seen.notes, ...(old?.notes ?? [])];
  return (['secrets', 'personal', 'prompts'] as const).map(gate => ({
    gate,
    reports: all.map(report => part(report, gate)).filter(({ findings }) => findings.length > 0),
    refusals: [],
    // Each of them depends on every file; what a person should know is said once.
    unable,
    notes: gate === 'secrets' ? notes : [],
  }));
}

/** Asks what lockfiles and manifests answer. Advisories that this machine doesn't have are no answer. */
export async function askPackages({ paths }: CiPlace, workspace: Workspace): Promise<Asked> {
  const into = { files: [], dates: [] as string[] };
  const collected = await collect(packageOutcomes(paths, { trust: true }, workspace, into), workspace);
  if (workspace.settings.value<string>(names.advisoriesSource) === 'off') {
    // That nobody is asked is what the policy wants; everything else that is missing keeps the gate shut.
    const wanted = collected.unable.filter(({ code, where }) => code === 'settings' && where === undefined);
    collected.notes.push(...wanted.map(sentenceOf));
    for (const fault of wanted) collected.unable.splice(collected.unable.indexOf(fault), 1);
  }
  const dates = into.dates.length > 0 ? [`advisories of ${into.dates.join(', ')}`] : [];
  return { gate: 'packages', refusals: [], ...collected, notes: [...collected.notes, ...dates] };
}

/** Asks what AI clients' files answer, and whether a person has approved of each. */
export async function askAgents({ paths, cwd }: CiPlace, workspace: Workspace): Promise<Asked> {
  const items: AgentItem[] = [];
  const named = paths.length > 0 ? paths : [cwd];
  const collected = await collect(agentOutcomes(named, {}, workspace, items), workspace);
  const locked = unapprovedChanges(workspace);
  const changes = (locked?.changes ?? []).map(change => unapproved(change, workspace, cwd));
  const unable = [...collected.unable, ...(locked?.faults ?? [])];
  const notes = locked
    ? []
    : ['no lockside.lock is kept: "lockside lock" makes one, and changes of rules and servers then wait for a person'];
  return {
    gate: 'agents',
    refusals: permissionDrift(workspace),
    reports: [...collected.reports, ...changes],
    unable,
    notes: [...collected.notes, ...notes],
  };
}

/** Asks whether the policy is as it should be, and whether its cases hold. */
export function askPolicy(workspace: Workspace): Asked {
  const unable = workspace.faults.filter(({ code }) => code !== 'suppression');
  const told = workspace.faults.filter(({ code }) => code === 'suppression');
  const refused = told.filter(isForged);
  const { settingsRoot = workspace.root } = workspace.reopen;
  const cases = failedCases(workspace.settings.policy, settingsRoot);
  const broken = 'error' in cases ? [{ code: 'settings' as const, message: cases.error }] : [];
  return {
    gate: 'policy',
    reports: [],
    refusals: [...refused.map(sentenceOf), ...('error' in cases ? [] : cases)],
    unable: [...unable, ...broken],
    notes: told.filter(fault => !refused.includes(fault)).map(sentenceOf),
  };
}

/** Asks whether enough people have approved the commit; nobody who made a commit of the change counts. */
export async function askSignOff({ cwd, commit, since }: CiPlace, { settings }: Workspace): Promise<Asked> {
  const { quorum } = settings.value<{ quorum: number }>(names.signOff);
  const asked = { gate: 'sign-off' as const, reports: [], refusals: [], unable: [], notes: [] };
  if (quorum === 0) return { ...asked, notes: ['"lockside.signOff" asks for nobody'] };
  const judged = await judgeCommit(cwd, commit, since, settings);
  if ('error' in judged) return { ...asked, unable: [{ code: 'unreadable', message: judged.error }] };
  const { release, faults } = judged;
  const counted = release.counted.map(({ signer, role, reason }) => `${signer} has approved as ${role}: ${reason}`);
  if (release.approved) return { ...asked, notes: [...counted, ...faults] };
  const refusals = [...release.missing, ...faults].map(one => `${judged.commit.slice(0, 10)}: ${one}`);
  return { ...asked, refusals, notes: counted };
}

interface Collected {
  readonly reports: FileReport[];
  readonly unable: Fault[];
  readonly notes: string[];
}

/** Rules may say of `command:ci` which faults let a gate open all the same; what nobody has decided about keeps it shut. */
const gateItself: Destination = { kind: 'command', name: 'ci' };

async function collect(
  outcomes: AsyncIterable<Outcome | { readonly late: Fault }> | Iterable<Outcome>,
  { settings: { policy }, pathOf }: Workspace,
): Promise<Collected> {
  const collected: Collected = { reports: [], unable: [], notes: [] };
  const judge = (fault: Fault, path?: string) => {
    const where = path ?? (fault.where === undefined ? undefined : pathOf(resolve(fault.where)));
    const source = where === undefined ? {} : { path: where };
    const told = fault.code === 'suppression' || !holdsBack(policy.decideFault(fault, source, gateItself).action);
    if (told) collected.notes.push(sentenceOf(fault));
    else collected.unable.push(fault);
  };
  for await (const outcome of outcomes) {
    if ('late' in outcome) judge(outcome.late);
    else if ('fault' in outcome) judge(outcome.fault);
    else if ('report' in outcome) {
      for (const fault of outcome.report.faults) judge(fault, outcome.report.path);
      collected.reports.push(outcome.report);
    }
  }
  return collected;
}

/** What a person reads of a fault. */
export function sentenceOf({ where, message }: Fault): string {
  return where === undefined ? message : `${where}: ${message}`;
}

async function* scannedOutcomes(place: CiPlace, workspace: Workspace): AsyncGenerator<Outcome> {
  yield* scanJobs(
    place.repository === undefined || place.paths.length > 0
      ? pathJobs(place.paths, workspace, place.cwd)
      : trackedJobs({ ...place, repository: place.repository }, workspace),
    workspace,
  );
}

/** By git's own list: a file that is committed counts, whatever `.gitignore` says. */
async function* trackedJobs(
  { repository, since, cwd }: CiPlace & { readonly repository: string },
  workspace: Workspace,
): AsyncGenerator<ScanJob | Outcome> {
  const listed = await filesOf(repository, since);
  if (listed.error !== undefined) {
    yield { fault: { code: 'unreadable', message: listed.error }, fatal: true };
    return;
  }
  for (const path of listed.value) {
    const from = resolve(repository, path);
    const file = displayed(from, cwd);
    const status = lstatSync(from, { throwIfNoEntry: false });
    if (!status) continue;
    if (status.isFile()) yield { file, path: workspace.pathOf(from), from };
    else yield { skipped: status.isSymbolicLink() ? 'link' : 'special', file };
  }
}

async function filesOf(root: string, since: string | undefined): Promise<GitAnswer<string[]>> {
  const asked: string[][] =
    since === undefined
      ? [['ls-files', '-z', '--cached', '--others', '--exclude-standard']]
      : [
          ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--diff-filter=d', since, '--'],
          ['ls-files', '-z', '--others', '--exclude-standard'],
        ];
  const paths: string[] = [];
  for (const args of asked) {
    const answer = await git(root, args);
    if (answer.error !== undefined) return answer;
    paths.push(...answer.value.toString().split('\0').filter(Boolean));
  }
  return { value: [...new Set(paths)].sort() };
}

/** What the new commits hold, also what a later one of them has taken away again: whoever clones gets it. */
function commitOutcomes({ since, cwd }: CiPlace, workspace: Workspace): AsyncGenerator<Outcome> {
  return scanHistory([], { since }, workspace, cwd);
}

function keyOf({ file, fingerprint }: ReportedFinding): string {
  return `${file}\0${fingerprint}`;
}

/** What a gate answers for. A key is one wherever it stands, in files that are written for models too. */
function part(report: FileReport, gate: Gate): FileReport {
  const answers = ({ kind }: ReportedFinding): Gate =>
    kind === 'hidden' || kind === 'injection' ? 'prompts' : kind === 'secret' ? 'secrets' : 'personal';
  return { ...report, findings: report.findings.filter(finding => answers(finding) === gate) };
}

/** A change that waits for a person, at the file that it stands in. */
function unapproved(change: Change, workspace: Workspace, cwd: string): FileReport {
  const { kind, id } = subjectOf(change);
  const path = fileOf(kind, id) ?? 'lockside.lock';
  const file = displayed(resolve(workspace.root, path), cwd);
  const finding: ReportedFinding = {
    ...{ detector: 'agent/unapproved-change', kind: 'agent', tier: 'certain', severity: 'error' },
    title: 'Change that nobody has approved',
    reason: `${describeChange(change)}; look at it, then run "lockside lock" and commit lockside.lock`,
    fingerprint: workspace.guard.scanner.fingerprint('agent/unapproved-change', `${kind} ${id}`),
    ...{ file, start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 },
  };
  return { file, path, findings: [finding], faults: [] };
}

/** Items are called `server:claude-code:workspace:.mcp.json:github`. */
function fileOf(kind: string, id: string): string | undefined {
  if (kind === 'file') return id;
  if (kind === 'skill') return `${id}/SKILL.md`;
  return kind === 'item' ? id.split(':')[3] : undefined;
}

/** What somebody has put into the file without a person's signature; that one has ended is no offence. */
function isForged({ where = '', message }: Fault): boolean {
  return where.startsWith(waiversPath) && message.endsWith('does not count');
}
