import { basename } from 'node:path';
import { clientItems, clientTitle } from '../agents/inventory/inventory';
import { transcriptClients } from '../agents/transcripts/transcriptClients';
import type { ReportedWaiver, ReportInputs, ReportRow, ScannedPart } from '../audit/htmlReport/reportInputs';
import { trailFolder } from '../audit/trail/trailFolder';
import { verifyTrail } from '../audit/trail/verifyTrail';
import { settings as names } from '../contributes';
import type { AgentFinding, AgentItem } from '../core/agents';
import type { Fault } from '../core/model';
import { actions } from '../core/model';
import type { PackageFinding } from '../core/packages';
import { itemsOf, type ReportedFinding } from '../core/report';
import { fieldsOf, textOf, texts } from '../core/untyped';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import type { Outcome } from '../io/scanJob';
import { scanJobs } from '../io/scanJobs';
import { transcriptFiles } from '../io/transcriptFiles';
import { transcriptWorld } from '../io/transcriptWorld';
import { readKeptWaivers } from '../io/waiversFile';
import { agentOutcomes } from './agentsCommand';
import { packageOutcomes } from './packagesCommand';
import { pathJobs } from './scanCommand';
import { judgeCommit } from './signOffCommand';

export interface GatherOptions {
  readonly paths: readonly string[];
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly since?: number;
  readonly now: number;
}

/** Looks through a project, its records and this machine's clients, and gathers what reports and maps are made of; no value is in it. */
export async function gatherReport({ paths, version, since, now }: GatherOptions): Promise<ReportInputs> {
  const workspace = openWorkspace({ cwd: process.cwd() });
  const faults: Fault[] = [];
  const scan = await collect(scanJobs(pathJobs(paths, workspace, process.cwd()), workspace), faults);
  const into = { files: [], dates: [] as string[] } as Parameters<typeof packageOutcomes>[3];
  const packages = await collect(packageOutcomes(paths, {}, workspace, into), faults);
  const items: AgentItem[] = [];
  const agents = await collect(agentOutcomes(paths, {}, workspace, items), faults);
  const release = await releaseOf(workspace);
  return {
    time: new Date(now).toISOString(),
    version,
    workspace: basename(workspace.root),
    ...(since === undefined ? {} : { since: new Date(since).toISOString() }),
    scan,
    packages: { ...packages, ...listedPackages(into.files) },
    agents: { ...agents, items: [...clientItems(items), ...items] },
    vendors: workspace.settings.policies.flatMap(({ layer, vendors = [] }) => vendors.map(one => ({ ...one, layer }))),
    waivers: waiversOf(workspace, now),
    ...(release ? { release } : {}),
    trail: verifyTrail(trailFolder(workspace.stateFolder)),
    titles: { ...Object.fromEntries(transcriptClients.map(({ name, title }) => [name, title])), ...ownTitles },
    stores: storesOf(workspace),
    faults: [...workspace.faults, ...faults],
  };
}

/** What no client of somebody else's wrote. */
const ownTitles = {
  vscode: 'VS Code',
  cli: 'Lockside in a terminal',
  gateway: 'Lockside gateway',
  hook: 'Agent hooks',
};

async function collect(
  outcomes: AsyncIterable<Outcome | { readonly late: Fault }> | Iterable<Outcome>,
  faults: Fault[],
): Promise<ScannedPart> {
  const before = faults.length;
  const findings: ReportRow[] = [];
  let files = 0;
  for await (const outcome of outcomes) {
    if ('late' in outcome) faults.push(outcome.late);
    else if ('fault' in outcome) faults.push(outcome.fault);
    else if ('report' in outcome) {
      files++;
      faults.push(...outcome.report.faults);
      for (const { first, all, field } of itemsOf(outcome.report))
        findings.push(rowOf(first, field ? all.length : undefined));
    }
  }
  return { files, findings, faults: faults.length - before };
}

type Told = Partial<Pick<AgentFinding, 'level' | 'client' | 'item'> & Pick<PackageFinding, 'entry'>>;

function rowOf(finding: ReportedFinding & Told, count?: number): ReportRow {
  const { detector, title, severity, level, reason, file, line, column, fingerprint, client, item, entry } = finding;
  const about = entry ? [entry.name, entry.version].filter(Boolean).join('@') : client && clientTitle(client);
  return {
    ...{ detector, title, severity, reason, file, line, column, fingerprint },
    ...(level ? { level } : {}),
    ...(count === undefined ? {} : { count }),
    ...(about ? { about } : {}),
    ...(item ? { item } : {}),
  };
}

/** Each package of an ecosystem once, whatever the number of files that name it. */
function listedPackages(
  files: Parameters<typeof packageOutcomes>[3]['files'],
): Pick<ReportInputs['packages'], 'listed' | 'ecosystems'> {
  const seen = new Map<string, Set<string>>();
  for (const { file } of files)
    for (const { ecosystem, name, version = '' } of file.packages)
      seen.set(ecosystem, (seen.get(ecosystem) ?? new Set()).add(`${name}@${version}`));
  const ecosystems = Object.fromEntries(Array.from(seen, ([name, all]) => [name, all.size]));
  return { ecosystems, listed: Object.values(ecosystems).reduce((sum, count) => sum + count, 0) };
}

/** As they stand in the file; whether they count, the settings have found out. */
function waiversOf({ root, settings: { policies } }: Workspace, now: number): ReportedWaiver[] {
  const kept = readKeptWaivers(root);
  if ('error' in kept) return [];
  const counting = new Map(policies.flatMap(({ waivers = [] }) => waivers.map(one => [one.id, one] as const)));
  return kept.waivers.map(raw => {
    const { id, detectors, action, reason, owner, expires } = fieldsOf(raw);
    const until = textOf(expires) ?? '';
    const signed = counting.get(textOf(id) ?? '');
    const state = signed ? 'in-force' : Date.parse(until) <= now ? 'ended' : 'unsigned';
    return {
      ...{
        id: textOf(id) ?? '',
        detectors: texts(detectors),
        reason: textOf(reason) ?? '',
        owner: textOf(owner) ?? '',
      },
      ...{ action: actions.find(one => one === action) ?? 'allow', expires: until, state },
      ...(signed ? { signer: signed.signer, layer: signed.layer } : {}),
    };
  });
}

/** Whether HEAD may be released, where the policy asks people. */
async function releaseOf({ settings }: Workspace): Promise<ReportInputs['release']> {
  if (settings.value<{ quorum: number }>(names.signOff).quorum === 0) return undefined;
  const judged = await judgeCommit(process.cwd(), 'HEAD');
  if ('error' in judged) return undefined;
  const { commit, release, faults } = judged;
  const counted = release.counted.map(({ signer, role, reason }) => ({ signer, role, reason }));
  return { commit, approved: release.approved, counted, missing: [...release.missing, ...faults] };
}

/** The folders of session files that there are; what stands in them is for `lockside transcripts` to say. */
function storesOf({ root }: Workspace): ReportInputs['stores'] {
  const world = transcriptWorld([root]);
  const told = (folder: string) =>
    folder.startsWith(`${world.home}/`) ? `~${folder.slice(world.home.length)}` : folder;
  return transcriptClients.flatMap(client => {
    const used = client.places(world).filter(place => !transcriptFiles([place]).next().done);
    const folders = [...new Set(used.map(({ folder }) => folder))];
    return folders.map(folder => ({ client: client.name, title: client.title, folder: told(folder) }));
  });
}
