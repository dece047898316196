import type { Concealed } from './concealed/concealed';
import { concealedLeaving, deepest, type Leaving, longestConcealed } from './concealed/concealedIn';
import { stretch } from './concealed/sweepConcealed';
import { createKnown, type Describe, type FindKnown } from './known';
import type { Fault, Finding, ScanResult, Source, Tier, Vault, VaultEntry } from './model';
import { overlapsAny } from './overlaps';
import type { Scanner } from './scan';
import { lookAcrossCuts } from './wrapped';

/**
 * Looks at a text on its way out, harder than a scan of a file on the screen does: also for values that were held back
 * before, for personal data and the merely possible in what stands encoded, and across the lines that a terminal has cut.
 */
export function createLook(scanner: Scanner, vault: Vault): (text: string, source?: Source) => ScanResult {
  const knownOf = createKnown(scanner.describe);
  /** What a scan doesn't tell: known values, openly or hidden, and what stands in longer runs than it looks into. */
  const beyondScan = (text: string, known: FindKnown, way: Way, told?: Told): ScanResult => {
    const findings = known(text, told);
    const faults: Fault[] = [];
    for (const hidden of hiddenIn(text, way)) {
      const inner = beyondScan(hidden.text, known, inward(way, hidden));
      const long = text.length > stretch && isLong(hidden) ? scanner.scan(hidden.text, { leaving: true }) : nothing;
      const all = [...inner.findings, ...surest(long.findings)];
      findings.push(...all.flatMap(it => brought(it, hidden) ?? []));
      faults.push(...inner.faults, ...long.faults);
    }
    return { findings, faults };
  };
  const look = (text: string, source: Source | undefined): ScanResult => {
    const leaving = { ...source, leaving: true };
    const scanned = scanner.scan(text, leaving);
    const told = new Map(scanned.findings.flatMap(it => (it.harmless ? [] : [[it.start, it.end]])));
    const { findings, faults } = beyondScan(
      text,
      knownOf(vault.entries()),
      { deeper: deepest, folds: true, leaving },
      told,
    );
    return { findings: joined(scanned.findings, findings), faults: [...scanned.faults, ...faults] };
  };
  return (text, source) => (source?.terminal ? lookAcrossCuts(text, part => look(part, source)) : look(text, source));
}

/** Looks for some values that were held back before, and for nothing else: as they are, encoded, or hidden otherwise. */
export function createLookFor(describe: Describe, entries: readonly VaultEntry[]): (text: string) => Finding[] {
  const known = createKnown(describe)(entries);
  const look = (text: string, way: Way): Finding[] => {
    const findings = known(text);
    for (const hidden of hiddenIn(text, way)) {
      const inner = look(hidden.text, inward(way, hidden));
      findings.push(...inner.flatMap(it => brought(it, hidden) ?? []));
    }
    return findings;
  };
  return text => look(text, { deeper: deepest, folds: true, leaving: {} });
}

/** How a text that stands hidden in another is looked into. */
interface Way {
  readonly deeper: number;
  readonly folds: boolean;
  readonly leaving: Leaving;
}

function hiddenIn(text: string, { deeper, folds, leaving }: Way): readonly Concealed[] {
  return deeper <= 0 ? [] : concealedLeaving(text, folds, leaving);
}

function inward({ deeper, folds, leaving }: Way, { depth }: Concealed): Way {
  return { deeper: deeper - depth, folds: folds && depth > 0, leaving };
}

/** What the scan has found just so; the ends of spans by their starts. */
type Told = ReadonlyMap<number, number>;

const nothing: ScanResult = { findings: [], faults: [] };

function isLong(hidden: Concealed): boolean {
  const run = hidden.depth === 0 ? undefined : hidden.place({ start: 0, end: hidden.text.length });
  return run !== undefined && run.end - run.start > longestConcealed;
}

function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * Findings and what was found beside them, in the order of the text, none overlapping. Of two that hold each other the longer
 * one stays; of two that overlap otherwise the later one begins where the other ends, so that nothing of either goes out. What
 * is harmless goes out, and so makes room.
 */
export function joined(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  if (others.length === 0) return findings;
  const kept: Finding[] = [];
  let end = 0;
  for (const one of [...findings.filter(it => !(it.harmless && overlapsAny(it, others))), ...others].sort(byPlace)) {
    if (one.end <= end) continue;
    kept.push(one.start < end ? { ...one, start: end } : one);
    end = one.end;
  }
  return kept;
}

const rank: Record<Tier, number> = { certain: 0, likely: 1, possible: 2 };

function surest(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .filter(it => !it.harmless)
    .sort((a, b) => rank[a.tier] - rank[b.tier])
    .slice(0, 1);
}

function brought(inner: Finding, hidden: Concealed): Finding | undefined {
  const shown = hidden.place(inner);
  if (!shown) return undefined;
  const { start, end, how } = shown;
  return { ...inner, start, end, reason: `${how}: ${inner.reason}`, concealed: true };
}
