import { type Hidden, hiddenIn, type Shown } from './hidden';
import { createKnown } from './known';
import type { Finding, ScanResult, Source, Span, Tier, Vault } from './model';
import type { Scanner } from './scan';
import { lookAcrossCuts } from './wrapped';

/**
 * Looks at a text on its way out, harder than a scan of a file on the screen does: also for values that were held back
 * before, for personal data and the merely possible in what stands encoded, and across the lines that a terminal has cut.
 */
export function createLook(scanner: Scanner, vault: Vault): (text: string, source?: Source) => ScanResult {
  const knownIn = createKnown(scanner.describe);
  const open = (text: string, source: Source | undefined): ScanResult => {
    const { findings, faults } = scanner.scan(text, source);
    return { findings: joined(findings, knownIn(text, vault.entries())), faults };
  };
  const look = (text: string, source: Source | undefined, deeper: number): ScanResult => {
    const { findings, faults } = open(text, source);
    if (deeper === 0) return { findings, faults };
    const covers = coverOf(findings);
    const hidden = hiddenIn(text, longest, true).flatMap(it => {
      // What was merely split or escaped the scan has seen; of it only the known values are news.
      if (it.folded) return knownIn(it.text, vault.entries()).flatMap(inner => brought(inner, it) ?? []);
      const run = it.place({ start: 0, end: it.text.length });
      if (!run || covers(run)) return [];
      const inner = surest(look(it.text, undefined, deeper - 1).findings);
      return inner ? (brought(inner, it) ?? []) : [];
    });
    return { findings: joined(findings, hidden.sort(byPlace)), faults };
  };
  return (text, source) =>
    source?.terminal ? lookAcrossCuts(text, part => look(part, source, deepest)) : look(text, source, deepest);
}

/** So deep is an encoding looked into: a secret in base64 in base64, and no further. */
const deepest = 2;

/** A longer run is an archive or a picture. */
const longest = 256 * 1024;

function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * Findings and what was found beside them, in the order of the text, none overlapping. Of two that hold each other the longer
 * one stays; of two that overlap otherwise the later one begins where the other ends, so that nothing of either goes out.
 */
function joined(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  if (others.length === 0) return findings;
  const kept: Finding[] = [];
  let end = 0;
  for (const one of [...findings, ...others].sort(byPlace)) {
    if (one.end <= end) continue;
    kept.push(one.start < end ? { ...one, start: end } : one);
    end = one.end;
  }
  return kept;
}

/** Whether a span overlaps one of sorted findings. */
function coverOf(findings: readonly Finding[]): (span: Span) => boolean {
  return ({ start, end }) => {
    let low = 0;
    let high = findings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((findings[middle] as Finding).end <= start) low = middle + 1;
      else high = middle;
    }
    return low < findings.length && (findings[low] as Finding).start < end;
  };
}

const rank: Record<Tier, number> = { certain: 0, likely: 1, possible: 2 };

function surest(findings: readonly Finding[]): Finding | undefined {
  return [...findings].sort((a, b) => rank[a.tier] - rank[b.tier])[0];
}

function brought(inner: Finding, hidden: Hidden): Finding | undefined {
  const shown: Shown | undefined = hidden.place(inner);
  if (!shown) return undefined;
  const { start, end, how } = shown;
  return { ...inner, start, end, reason: `${how}: ${inner.reason}` };
}
