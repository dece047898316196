import { settings as names } from '../contributes';
import { type Ecosystem, ecosystems } from '../core/packages';
import { printable } from '../core/printable';
import { advisoryFolder, inflateChunk, readShard, readShardState } from '../io/advisories/shardFiles';
import type { Updated } from '../io/advisories/updateShard';
import { openWorkspace } from '../io/openWorkspace';
import { endOnBrokenPipe, write } from '../io/output';
import { updateAdvisoriesOf } from '../project/updateAdvisoriesOf';
import { osvEcosystems } from '../supply/advisories/ecosystemOf';
import { loadStarterSet } from '../supply/advisories/loadStarterSet';
import { openShard } from '../supply/advisories/openShard';
import { complain } from './complain';

export interface UpdateOptions {
  readonly ecosystem?: readonly string[];
  /** A zip that was brought here, of the one ecosystem that is named. */
  readonly from?: string;
}

/** Fetches OSV's databases, or imports one, and compacts them here. Gives the exit code: 0, or 2 where one of them failed. */
export async function updateAdvisories({ ecosystem: asked, from }: UpdateOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const workspace = openWorkspace({ cwd: process.cwd() });
  const wanted = asked ? asked.map(known) : [...osvEcosystems];
  const strange = asked?.find(name => known(name) === undefined);
  if (strange !== undefined)
    return complain(`${strange}: OSV has no such ecosystem; it has ${osvEcosystems.join(', ')}`);
  if (from !== undefined && asked?.length !== 1)
    return complain('say of which ecosystem the zip is, with --ecosystem NAME');
  const url = workspace.settings.value<string>(names.advisoriesUrl);
  let failed = false;
  for (const ecosystem of wanted as Ecosystem[]) {
    const updated = await updateAdvisoriesOf(ecosystem, from, { stateFolder: workspace.stateFolder, url });
    failed ||= updated.state === 'failed';
    const stream = updated.state === 'failed' ? process.stderr : process.stdout;
    await write(stream, `${printable(`${ecosystem}: ${describe(updated)}`)}\n`);
  }
  return failed ? 2 : 0;
}

/** Says of each ecosystem how old its advisories on this machine are, and how many. */
export async function tellAdvisories(): Promise<number> {
  const { stateFolder, settings } = openWorkspace({ cwd: process.cwd() });
  const folder = advisoryFolder(stateFolder);
  await write(process.stdout, `source: ${settings.value<string>(names.advisoriesSource)}\n`);
  for (const ecosystem of osvEcosystems) await write(process.stdout, `${ecosystem}: ${statusOf(folder, ecosystem)}\n`);
  return 0;
}

function known(name: string): Ecosystem | undefined {
  return ecosystems.find(one => one.toLowerCase() === name.toLowerCase() && osvEcosystems.includes(one));
}

function describe(updated: Updated): string {
  if (updated.state === 'unchanged') return 'nothing has changed';
  if (updated.state === 'failed') return updated.message;
  return `${counted(updated.count)} in ${Math.ceil(updated.bytes / 1024).toLocaleString('en')} kB`;
}

function statusOf(folder: string, ecosystem: Ecosystem): string {
  const bytes = readShard(folder, ecosystem);
  const shard = bytes && openShard(bytes, inflateChunk);
  const all = shard ?? loadStarterSet().openStarterSet(ecosystem);
  if (!all) return bytes ? 'damaged' : 'none';
  const count = `${counted(all.count)}, ${all.malicious.toLocaleString('en')} of malicious packages`;
  if (!shard) return `${bytes ? 'damaged; ' : ''}the starter set of ${all.date}: ${count}`;
  const { checked } = readShardState(folder, ecosystem);
  return `${all.date}: ${count}${checked ? `; last asked for on ${checked.slice(0, 10)}` : ''}`;
}

function counted(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'advisory' : 'advisories'}`;
}
