import type { Ecosystem } from '../../core/packages';
import type { AdvisoryRow } from './advisoryRow';
import { compareIn } from './compareIn';
import type { AdvisoryBase } from './createAdvisoryBase';
import { readOsvRecord } from './readOsvRecord';

/** Advisories that OSV has answered with: its whole records, of which those of our packages count. */
export function createAnsweredBase(records: readonly unknown[], today: string): AdvisoryBase {
  const rows = new Map<string, AdvisoryRow[]>();
  for (const { ecosystem, name, row } of records.flatMap(record => readOsvRecord(record, compareIn))) {
    const place = `${ecosystem}:${name}`;
    const known = rows.get(place);
    if (known) known.push(row);
    else rows.set(place, [row]);
  }
  const met = new Set<Ecosystem>();
  const rowsOf = (ecosystem: Ecosystem, key: string) => {
    met.add(ecosystem);
    return rows.get(`${ecosystem}:${key}`) ?? [];
  };
  const about = { source: 'query', date: today, count: records.length, malicious: 0 } as const;
  return { met, rowsOf, of: ecosystem => ({ ...about, rowsOf: key => rowsOf(ecosystem, key) }) };
}
