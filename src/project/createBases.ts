import type { Fault } from '../core/model';
import type { CheckFacts } from '../core/packageThread';
import { queryOsv } from '../io/advisories/queryOsv';
import { openUrl } from '../io/openUrl';
import type { AdvisoryBase } from '../supply/advisories/createAdvisoryBase';
import { createAnsweredBase } from '../supply/advisories/createAnsweredBase';
import type { FileToJudge } from '../supply/fileToJudge';
import { noBase, openLocalBase, osvPlaces, queriesOf } from './advisoryBase';

/** The advisories that a window's checks are made by, kept from one check to the next. */
export interface Bases {
  open(facts: CheckFacts, files: readonly FileToJudge[]): Promise<{ base: AdvisoryBase; faults: readonly Fault[] }>;
  refresh(): void;
}

export function createBases(): Bases {
  const faults: Fault[] = [];
  let local: AdvisoryBase | undefined;
  let asked = new Set<string>();
  let records: unknown[] = [];
  const openLocal = (stateFolder: string) => {
    local ??= openLocalBase({ stateFolder }, faults);
    return { base: local, faults };
  };
  return {
    async open({ source, url, stateFolder, today }, files) {
      if (source === 'off') return { base: noBase, faults: [] };
      if (source === 'zip') return openLocal(stateFolder);
      const fresh = queriesOf(files).filter(one => !asked.has(`${one.ecosystem}:${one.name}@${one.version}`));
      const answer = await queryOsv(fresh, url || osvPlaces.api, { open: openUrl });
      // Half an answer must not look like a whole one: what this machine has stands in for it.
      if (answer.faults.length > 0) return openLocal(stateFolder);
      for (const { ecosystem, name, version } of fresh) asked.add(`${ecosystem}:${name}@${version}`);
      records = [...records, ...answer.records];
      return { base: createAnsweredBase(records, today), faults: [] };
    },
    refresh() {
      local = undefined;
      asked = new Set();
      records = [];
      faults.length = 0;
    },
  };
}
