import type { Fingerprinter, Severity } from '../core/model';
import type { Advisory, Ecosystem, PackageEntry, PackageFinding } from '../core/packages';
import { type Advice, adviseOn, adviseOnEvery } from './advisories/adviseOn';
import type { AdvisoryRow } from './advisories/advisoryRow';
import { packageKey } from './advisories/ecosystemOf';
import type { FileToJudge } from './fileToJudge';
import { resolvePackages, type VersionAsked } from './resolvePackages';
import { satisfies } from './versions';

export interface JudgeOptions {
  /** By a name in the form of `packageKey`. */
  rowsOf(ecosystem: Ecosystem, key: string): readonly AdvisoryRow[];
  readonly fingerprint: Fingerprinter;
  /** Leaves out of manifests what a lockfile among the files already says: a report tells each package once. */
  readonly once?: boolean;
}

/**
 * What advisories say about the packages of some files, for each file in its turn: one finding for a name and version, the worst
 * first. A manifest's requirement is judged by the version that a lockfile beside or above it has; without one by the least that
 * it takes, and quietly where a fresh install would take a fixed one.
 */
export function judgePackages(files: readonly FileToJudge[], options: JudgeOptions): PackageFinding[][] {
  const resolve = resolvePackages(files);
  return files.map(one => {
    const findings: PackageFinding[] = [];
    const seen = new Set<string>();
    for (const entry of one.file.packages) {
      const key = packageKey(entry.ecosystem, entry.name);
      const rows = options.rowsOf(entry.ecosystem, key);
      if (rows.length === 0) continue;
      const asked = resolve(one, entry);
      if (options.once && asked.lockfile !== undefined) continue;
      const place = `${entry.ecosystem}:${key}@${asked.version}`;
      if (seen.has(place)) continue;
      seen.add(place);
      const finding = judge({ one, entry, rows, asked, options });
      if (finding) findings.push(finding);
    }
    return findings.sort(worstFirst);
  });
}

/** Errors first; of these what has the highest score. */
export function worstFirst(one: PackageFinding, other: PackageFinding): number {
  const order: readonly Severity[] = ['error', 'warning', 'information'];
  const weight = ({ severity, detector }: PackageFinding) =>
    order.indexOf(severity) - (detector === 'supply/malicious-package' ? 1 : 0);
  return weight(one) - weight(other) || (other.advisories[0]?.score ?? 0) - (one.advisories[0]?.score ?? 0);
}

interface Judged {
  readonly one: FileToJudge;
  readonly entry: PackageEntry;
  readonly rows: readonly AdvisoryRow[];
  readonly asked: VersionAsked;
  readonly options: JudgeOptions;
}

function judge({ one, entry, rows, asked, options }: Judged): PackageFinding | undefined {
  const { ecosystem } = entry;
  const advice = asked.version === undefined ? adviseOnEvery(rows) : adviseOn(rows, ecosystem, asked.version);
  const [worst] = advice?.advisories ?? [];
  if (!advice || !worst) return undefined;
  const fixed = fixedFor(advice, ecosystem, asked.requirement);
  // Where nothing pins it, a fresh install takes what is fixed; the range still allows what isn't.
  const open = asked.least === true;
  const quiet = open && fixed?.inRange === true && !worst.malicious;
  const detector = worst.malicious ? 'supply/malicious-package' : 'supply/vulnerable-package';
  const ids = advice.advisories.map(({ id }) => id).sort();
  return {
    ...one.file.locate(entry),
    ...{ detector, kind: 'supply', title: worst.malicious ? 'Malicious package' : 'Vulnerable package' },
    severity: quiet ? 'information' : severityOf(worst),
    tier: quiet ? 'possible' : open ? 'likely' : 'certain',
    reason: reasonOf(entry, asked, advice, fixed),
    fingerprint: options.fingerprint(detector, `${ecosystem}:${packageKey(ecosystem, entry.name)} ${ids.join(' ')}`),
    entry,
    advisories: advice.advisories,
    ...(fixed ? { fixed } : {}),
    path: one.file.pathTo(entry),
  };
}

function fixedFor({ fixed }: Advice, ecosystem: Ecosystem, requirement: string | undefined): PackageFinding['fixed'] {
  if (fixed === undefined) return undefined;
  const inRange = requirement !== undefined && satisfies(ecosystem, requirement, fixed) === true;
  return { version: fixed, inRange };
}

function severityOf({ malicious, exploited, severity }: Advisory): Severity {
  if (malicious || exploited || severity === 'critical' || severity === 'high') return 'error';
  return severity === 'low' ? 'information' : 'warning';
}

/** "lodash 4.17.20: GHSA-… (CVE-…, high, CVSS 7.2): command injection; 2 more advisories; fixed in 4.17.21" */
function reasonOf(
  { name }: PackageEntry,
  { version, lockfile, least, requirement }: VersionAsked,
  { advisories }: Advice,
  fixed: PackageFinding['fixed'],
): string {
  const [worst] = advisories;
  const { id, aliases, severity, score, summary, exploited } = worst!;
  const cve = aliases.find(alias => alias.startsWith('CVE-'));
  const about = [
    cve,
    severity === 'unknown' ? undefined : severity,
    score && `CVSS ${score}`,
    exploited && 'exploited',
  ];
  const more = advisories.length - 1;
  const from = lockfile === undefined ? (least ? ' (the least that is asked for)' : '') : ` (by ${lockfile})`;
  return [
    `${name}${version === undefined ? '' : ` ${version}`}${from}: ${id} (${about.filter(Boolean).join(', ')})${summary === '' ? '' : `: ${summary}`}`,
    more > 0 && `${more} more ${more === 1 ? 'advisory' : 'advisories'}`,
    fixed
      ? `fixed in ${fixed.version}${fixed.inRange && requirement !== undefined ? `, which ${requirement} takes` : ''}`
      : 'no fixed version is known',
  ]
    .filter(Boolean)
    .join('; ');
}
