import type { Ecosystem } from '../../core/packages';
import type { Advisories } from './advisoryRow';
import { parseStarterLine } from './parseStarterLine';
import { starterDate, starterLines } from './starterSet';

/** What ships with Lockside, for a first start without network; undefined for ecosystems of which it has nothing. */
export function openStarterSet(ecosystem: Ecosystem): Advisories | undefined {
  const lines = starterLines[ecosystem]?.split('\n') ?? [];
  if (lines.length === 0) return undefined;
  const byName = new Map<string, string[]>();
  for (const line of lines) {
    const name = line.slice(0, line.indexOf('|'));
    const known = byName.get(name);
    if (known) known.push(line);
    else byName.set(name, [line]);
  }
  return {
    ...{ date: starterDate, source: 'starter' },
    count: lines.length,
    malicious: lines.filter(line => line.includes('|malicious')).length,
    rowsOf: name => (byName.get(name) ?? []).flatMap(line => parseStarterLine(line)?.row ?? []),
  };
}
