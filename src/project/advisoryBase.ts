import { settings as names } from '../contributes';
import type { Fault } from '../core/model';
import type { Ecosystem } from '../core/packages';
import { advisoryFolder, inflateChunk, readShard } from '../io/advisories/shardFiles';
import type { Workspace } from '../io/openWorkspace';
import { type AdvisoryBase, createAdvisoryBase } from '../supply/advisories/createAdvisoryBase';
import { osvEcosystems } from '../supply/advisories/ecosystemOf';
import { loadStarterSet } from '../supply/advisories/loadStarterSet';
import type { FileToJudge } from '../supply/fileToJudge';
import { loadAskOsv } from './loadAskOsv';

export interface OpenedBase {
  readonly base: AdvisoryBase;
  /** What is wrong, added to as shards are read. */
  readonly faults: Fault[];
}

/** Where advisories lie, and what the settings say of them. */
export type AdvisoryPlaces = Pick<Workspace, 'stateFolder' | 'today'> & {
  readonly settings: Pick<Workspace['settings'], 'value'>;
};

/** OSV's own places; `lockside.advisories.url` names a mirror of both. */
export const osvPlaces = {
  zips: 'https://osv-vulnerabilities.storage.googleapis.com',
  api: 'https://api.osv.dev',
} as const;

/** The advisories that the settings want: of this machine's shards, of OSV's API, or none. */
export async function openAdvisoryBase(workspace: AdvisoryPlaces, files: readonly FileToJudge[]): Promise<OpenedBase> {
  const source = workspace.settings.value<string>(names.advisoriesSource);
  const faults: Fault[] = [];
  if (source === 'off') {
    const message = 'no advisories are looked up: "lockside.advisories.source" is off';
    return { base: noBase, faults: [{ code: 'settings', message }] };
  }
  if (source === 'query') {
    const url = workspace.settings.value<string>(names.advisoriesUrl) || osvPlaces.api;
    const asked = await loadAskOsv().askOsv(queriesOf(files), url, workspace.today);
    if (asked.base) return { base: asked.base, faults };
    // Half an answer must not look like a whole one: what this machine has stands in for it.
    for (const message of asked.faults)
      faults.push({ code: 'unreadable', where: 'OSV', message: `${message}; this machine's own advisories are used` });
  }
  return { base: openLocalBase(workspace, faults), faults };
}

/** What this machine has, and the starter set where it has nothing; asks nobody. What is wrong with it comes to the faults. */
export function openLocalBase({ stateFolder }: Pick<Workspace, 'stateFolder'>, faults: Fault[]): AdvisoryBase {
  const folder = advisoryFolder(stateFolder);
  return createAdvisoryBase({
    readShard: ecosystem => readShard(folder, ecosystem),
    inflate: inflateChunk,
    starter: ecosystem => loadStarterSet().openStarterSet(ecosystem),
    damaged: ecosystem =>
      faults.push({
        code: 'unreadable',
        where: ecosystem,
        message: 'its advisories on this machine are damaged and not used; run `lockside advisories update`',
      }),
  });
}

/** What the advisories that were used don't have, and how old they are; by ecosystem. */
export function describeBase({ met, of }: AdvisoryBase): { readonly dates: string[]; readonly gaps: Fault[] } {
  const known = [...met].sort().filter(isCovered);
  const dates = known.flatMap(ecosystem => {
    const { source, date, count } = of(ecosystem) ?? {};
    return source === undefined || source === 'starter' ? [] : [`${ecosystem} ${date} (${count ?? 0})`];
  });
  const gaps = known.flatMap((ecosystem): Fault[] => {
    const all = of(ecosystem);
    if (all && all.source !== 'starter') return [];
    const have = all ? `only the starter set of ${all.date}, ${all.count} advisories` : 'no advisories';
    return [{ code: 'settings', where: ecosystem, message: `${have}; run \`lockside advisories update\`` }];
  });
  return { dates, gaps };
}

export const noBase: AdvisoryBase = { rowsOf: () => [], of: () => undefined, met: new Set() };

function isCovered(ecosystem: Ecosystem): boolean {
  return osvEcosystems.includes(ecosystem);
}

/** Only what a registry gives out has advisories there; a path or a repository of one's own is nobody's business. */
export function queriesOf(files: readonly FileToJudge[]) {
  const queries = new Map<string, { ecosystem: string; name: string; version: string }>();
  for (const { file } of files)
    for (const { ecosystem, name, version, source } of file.packages)
      if (version !== undefined && (source?.kind ?? 'registry') === 'registry' && isCovered(ecosystem))
        queries.set(`${ecosystem}:${name}@${version}`, { ecosystem, name, version });
  return [...queries.values()];
}
