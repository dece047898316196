import type { Advisory, Ecosystem } from '../../core/packages';
import { compareVersions, isPrerelease } from '../versions';
import { type AdvisoryRow, isMalicious, severities } from './advisoryRow';
import { type Compare, holds } from './intervals';

/** What the advisories of a package say about one version. */
export interface Advice {
  /** Worst first, each defect once. */
  readonly advisories: readonly Advisory[];
  /** The least known version above it that no advisory of the package is about. */
  readonly fixed?: string;
}

/** Judges one version by a package's rows; undefined where none is about it. */
export function adviseOn(rows: readonly AdvisoryRow[], ecosystem: Ecosystem, version: string): Advice | undefined {
  const compare: Compare = (one, other) => compareVersions(ecosystem, one, other);
  const about = rows.filter(row => affects(row, version, compare));
  if (about.length === 0) return undefined;
  const advisories = mergeAliases(about).map(group => toAdvisory(group, () => leastFixed(group, ecosystem, version)));
  const fixed = leastFixed(rows, ecosystem, version);
  return { advisories: advisories.sort(worstFirst), ...(fixed === undefined ? {} : { fixed }) };
}

/** The same where no version is known: only what is malicious as a whole is certain then. */
export function adviseOnEvery(rows: readonly AdvisoryRow[]): Advice | undefined {
  const about = rows.filter(row => isMalicious(row) && row.ranges.some(({ from, end }) => from === '0' && !end));
  if (about.length === 0) return undefined;
  return { advisories: mergeAliases(about).map(group => toAdvisory(group, () => undefined)) };
}

/** Whether a row is about a version. */
export function affects({ ranges, versions }: AdvisoryRow, version: string, compare: Compare): boolean {
  return versions.includes(version) || holds(ranges, version, compare) || sameAsAny(versions, version, compare);
}

/** `1.0` and `1.0.0` are one version in some ecosystems. */
function sameAsAny(versions: readonly string[], version: string, compare: Compare): boolean {
  return versions.some(one => compare(one, version) === 0);
}

/** GHSA-, CVE- and PYSEC-records of the same defect, by their ids and aliases. */
function mergeAliases(rows: readonly AdvisoryRow[]): AdvisoryRow[][] {
  const groups: { rows: AdvisoryRow[]; names: Set<string> }[] = [];
  for (const row of rows) {
    const names = [row.id, ...row.aliases];
    const same = groups.filter(group => names.some(name => group.names.has(name)));
    const merged = { rows: [...same.flatMap(group => group.rows), row], names: new Set(names) };
    for (const group of same) {
      for (const name of group.names) merged.names.add(name);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups.map(group => group.rows);
}

function toAdvisory(group: readonly AdvisoryRow[], fixedIn: () => string | undefined): Advisory {
  const names = [...new Set(group.flatMap(({ id, aliases }) => [id, ...aliases]))].sort(bestName);
  const [first] = [...group].sort((one, other) => bestName(one.id, other.id));
  const most = (pick: (row: AdvisoryRow) => number | undefined) => {
    const numbers = group.map(pick).filter(one => one !== undefined);
    return numbers.length === 0 ? undefined : Math.max(...numbers);
  };
  const ids = new Set(group.map(({ id }) => id));
  const id = names.find(name => ids.has(name)) ?? first!.id;
  const score = most(row => row.score);
  const epss = most(row => row.epss);
  const fixed = fixedIn();
  return {
    ...{ id, aliases: names.filter(name => name !== id), summary: first!.summary },
    severity: severities[most(row => severities.indexOf(row.severity)) ?? 0] ?? 'unknown',
    malicious: group.some(isMalicious),
    ...(score === undefined ? {} : { score }),
    ...(epss === undefined ? {} : { epss }),
    ...(group.some(row => row.exploited) ? { exploited: true } : {}),
    ...(fixed === undefined ? {} : { fixed }),
  };
}

/** What people look an advisory up by: the attack itself, GitHub's, the ecosystem's own, the CVE. */
const idOrder = ['MAL-', 'GHSA-', 'GO-', 'RUSTSEC-', 'PYSEC-', 'NSWG-', 'CVE-', 'LOCKSIDE-'];

function bestName(one: string, other: string): number {
  const rank = (id: string) => {
    const place = idOrder.findIndex(prefix => id.startsWith(prefix));
    return place < 0 ? idOrder.length : place;
  };
  return rank(one) - rank(other) || (one < other ? -1 : one > other ? 1 : 0);
}

function worstFirst(one: Advisory, other: Advisory): number {
  const weight = ({ malicious, exploited, severity }: Advisory) =>
    (malicious ? 100 : 0) + (exploited ? 10 : 0) + severities.indexOf(severity);
  return weight(other) - weight(one) || (other.score ?? 0) - (one.score ?? 0) || bestName(one.id, other.id);
}

/** Of the versions that fix something, the least above this one that none of the rows is about; a release where there is one. */
function leastFixed(rows: readonly AdvisoryRow[], ecosystem: Ecosystem, version: string): string | undefined {
  const compare: Compare = (one, other) => compareVersions(ecosystem, one, other);
  const ends = rows.flatMap(({ ranges }) => ranges.map(({ end }) => end));
  const fixes = new Set(ends.flatMap(end => (end?.kind === 'fixed' ? [end.version] : [])));
  const above = [...fixes].filter(fix => (compare(fix, version) ?? 0) > 0);
  const order = (one: string, other: string) =>
    Number(isPrerelease(ecosystem, one)) - Number(isPrerelease(ecosystem, other)) || (compare(one, other) ?? 0);
  return above.sort(order).find(fix => !rows.some(row => affects(row, fix, compare)));
}
