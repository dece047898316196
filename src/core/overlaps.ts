import type { Span, Tier } from './model';
import type { Candidate } from './probe';

/**
 * Of overlapping candidates the surer one stays, then one whose grammar says where it ends, then the longer, then the
 * earlier, then one that knows the format rather than a judgement on any value. Returned in the order of the text.
 */
export function resolve(found: readonly Candidate[]): Candidate[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Candidate[] = [];
  for (let i = 0; i < sorted.length; ) {
    const cluster = clusterFrom(sorted, i);
    kept.push(...(cluster.length === 1 ? cluster : strongest(cluster)));
    i += cluster.length;
  }
  return kept;
}

/** Those of sorted candidates, from the first on, that hang together by overlaps. */
export function clusterFrom(sorted: readonly Candidate[], first: number): Candidate[] {
  const cluster = [sorted[first] as Candidate];
  let end = (sorted[first] as Candidate).end;
  for (let i = first + 1; i < sorted.length && (sorted[i] as Candidate).start < end; i++) {
    cluster.push(sorted[i] as Candidate);
    end = Math.max(end, (sorted[i] as Candidate).end);
  }
  return cluster;
}

function strongest(cluster: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of withoutChance(cluster).sort(byStrength)) {
    if (kept.every(it => candidate.end <= it.start || candidate.start >= it.end)) kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Among the digits of what is encoded a number of someone's stands by chance; what says something as a whole goes as a whole. */
function withoutChance(cluster: readonly Candidate[]): Candidate[] {
  const encoded = cluster.filter(it => 'value' in it && it.tier !== 'possible');
  if (encoded.length === 0) return [...cluster];
  const isChance = (it: Candidate) =>
    !('value' in it) &&
    it.detector.id.startsWith('pii/') &&
    encoded.some(({ start, end }) => start <= it.start && end >= it.end && end - start > it.end - it.start);
  return cluster.filter(it => !isChance(it));
}

const rank: Record<Tier, number> = { certain: 0, likely: 1, possible: 2 };

function byStrength(a: Candidate, b: Candidate): number {
  return (
    Number(a.harmless ?? false) - Number(b.harmless ?? false) ||
    rank[a.tier] - rank[b.tier] ||
    Number(isGuessed(a)) - Number(isGuessed(b)) ||
    b.end - b.start - (a.end - a.start) ||
    a.start - b.start ||
    Number(a.detector.judged ?? false) - Number(b.detector.judged ?? false) ||
    (a.detector.id < b.detector.id ? -1 : a.detector.id > b.detector.id ? 1 : 0)
  );
}

/** Where a key alone tells, the value's end is a guess; a grammar knows it. And a password may hold what looks like an address. */
function isGuessed({ detector }: Candidate): boolean {
  return detector.id === 'secret/generic' || detector.id.startsWith('pii/');
}

/** Whether a span shares a unit with any of the others. */
export function overlapsAny(span: Span, others: readonly Span[]): boolean {
  return others.some(other => span.start < other.end && other.start < span.end);
}
