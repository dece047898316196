import type { Ecosystem } from '../core/packages';
import { advisoryFolder } from '../io/advisories/shardFiles';
import { downloadShard, importShard, type ShardUpdate, type Updated } from '../io/advisories/updateShard';
import { openUrl } from '../io/openUrl';
import { compactRecords } from '../supply/advisories/compactRecords';
import { osvPlaces } from './advisoryBase';

/** Fetches OSV's database of an ecosystem from a mirror or, where `url` is empty, from OSV itself; or imports a zip. Compacts it on this machine. */
export function updateAdvisoriesOf(
  ecosystem: Ecosystem,
  from: string | undefined,
  { stateFolder, url }: { readonly stateFolder: string; readonly url: string },
): Promise<Updated> {
  const update: ShardUpdate = {
    folder: advisoryFolder(stateFolder),
    ecosystem,
    now: new Date().toISOString(),
    compact: (records, deflate) => compactRecords(ecosystem, records, deflate),
  };
  return from === undefined
    ? downloadShard(update, url || osvPlaces.zips, { open: openUrl })
    : importShard(update, from);
}
