import type { Advisory } from '../../core/packages';

/** One advisory about one package, as a shard keeps it: OSV's record without what an answer doesn't need. */
export interface AdvisoryRow {
  readonly id: string;
  readonly aliases: readonly string[];
  /** At most 90 characters. */
  readonly summary: string;
  readonly score?: number;
  readonly severity: Advisory['severity'];
  readonly epss?: number;
  readonly exploited?: boolean;
  /** The package itself, or these versions of it, are the attack. */
  readonly malicious?: boolean;
  readonly ranges: readonly Interval[];
  /** Affected versions that no range has. */
  readonly versions: readonly string[];
}

/** From one version on: up to another that is fixed, through the last affected one, up to a limit that fixes nothing, or for ever. */
export interface Interval {
  /** `0` stands before every version. */
  readonly from: string;
  readonly end?: { readonly kind: 'fixed' | 'last' | 'limit'; readonly version: string };
}

/** The rows of one ecosystem. Names are in the form of `packageKey`. */
export interface Advisories {
  readonly date: string;
  /** Where they come from, for the report: OSV's zip, the starter set, OSV's answers. */
  readonly source: 'zip' | 'starter' | 'query';
  /** How many there are, and how many of these are malicious packages. */
  readonly count: number;
  readonly malicious: number;
  rowsOf(name: string): readonly AdvisoryRow[];
}

/** Whether the package itself is the attack: as its record says, by OSV's id for it, or by an alias. */
export function isMalicious({ id, aliases, malicious }: AdvisoryRow): boolean {
  return malicious === true || [id, ...aliases].some(one => one.startsWith('MAL-'));
}

/** A row as a list without names, for JSON; what is absent at its end is left out. */
export function packRow(row: AdvisoryRow): unknown[] {
  const { id, aliases, summary, severity, ranges, versions, score, epss } = row;
  const marks = (row.exploited ? 1 : 0) + (row.malicious ? 2 : 0);
  const packed: unknown[] = [
    ...[id, aliases.join(' '), summary, severities.indexOf(severity), ranges.map(packInterval).join('|')],
    ...[versions, score ?? null, epss ?? null, marks || null],
  ];
  while (packed.at(-1) === null || (Array.isArray(packed.at(-1)) && (packed.at(-1) as unknown[]).length === 0))
    packed.pop();
  return packed;
}

/** The row that was packed; the file is this machine's own, but may be damaged: then undefined. */
export function unpackRow(packed: unknown): AdvisoryRow | undefined {
  if (!Array.isArray(packed)) return undefined;
  const [id, aliases, summary, severity, ranges, versions = [], score, epss, marks] = packed as unknown[];
  if (typeof id !== 'string' || typeof aliases !== 'string' || typeof ranges !== 'string') return undefined;
  return {
    id,
    aliases: aliases === '' ? [] : aliases.split(' '),
    summary: typeof summary === 'string' ? summary : '',
    severity: severities[Number(severity)] ?? 'unknown',
    ranges: ranges === '' ? [] : ranges.split('|').map(unpackInterval),
    versions: Array.isArray(versions) ? versions.filter(one => typeof one === 'string') : [],
    ...(typeof score === 'number' ? { score } : {}),
    ...(typeof epss === 'number' ? { epss } : {}),
    ...(marks === 1 || marks === 3 ? { exploited: true } : {}),
    ...(marks === 2 || marks === 3 ? { malicious: true } : {}),
  };
}

/** From the least to the worst; a shard keeps a severity's place in it. */
export const severities = ['unknown', 'low', 'moderate', 'high', 'critical'] as const;

const signs = { fixed: '<', last: '<=', limit: '!' } as const;

function packInterval({ from, end }: Interval): string {
  return end ? `${from}${signs[end.kind]}${end.version}` : from;
}

function unpackInterval(text: string): Interval {
  const [, from = '0', sign, version = ''] = /^([^<!]*)(?:(<=|<|!)(.*))?$/s.exec(text) ?? [];
  if (sign === undefined) return { from };
  return { from, end: { kind: sign === '<' ? 'fixed' : sign === '<=' ? 'last' : 'limit', version } };
}
