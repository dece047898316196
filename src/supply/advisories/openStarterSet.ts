import type { Ecosystem } from '../../core/packages';
import { type Advisories, type AdvisoryRow, isMalicious } from './advisoryRow';
import { parseStarterLine } from './parseStarterLine';
import { starterDate, starterLines } from './starterSet';

/** What ships with Lockside, for a first start without network; undefined for ecosystems of which it has nothing. */
export function openStarterSet(ecosystem: Ecosystem): Advisories | undefined {
  const lines = starterLines[ecosystem]?.split('\n') ?? [];
  if (lines.length === 0) return undefined;
  const byName = new Map<string, AdvisoryRow[]>();
  for (const { name, row } of lines.map(parseStarterLine).filter(one => one !== undefined)) {
    const known = byName.get(name);
    if (known) known.push(row);
    else byName.set(name, [row]);
  }
  const rows = [...byName.values()].flat();
  return {
    ...{ date: starterDate, source: 'starter' },
    count: rows.length,
    malicious: rows.filter(isMalicious).length,
    rowsOf: name => byName.get(name) ?? [],
  };
}
