import type { Ecosystem } from '../../core/packages';
import { fieldsOf, type Table, tables, textOf, texts } from '../../core/untyped';
import { type AdvisoryRow, type Interval, severities } from './advisoryRow';
import { cvssScore } from './cvssScore';
import { ecosystemOf, packageKey } from './ecosystemOf';
import { type Compare, holds, intervalsOf } from './intervals';

/** What a record says about one package. */
export interface OsvRow {
  readonly ecosystem: Ecosystem;
  /** In the form of `packageKey`. */
  readonly name: string;
  readonly row: AdvisoryRow;
}

/**
 * Reads a record of OSV's schema (1.0 to 1.7), which comes from strangers. Nothing comes of one that was withdrawn, or that
 * names no version of a package of ours. `summaryLength` bounds what is kept of its summary.
 */
export function readOsvRecord(record: unknown, compareIn: (ecosystem: Ecosystem) => Compare): readonly OsvRow[] {
  const fields = fieldsOf(record);
  const id = idOf(fields.id);
  if (id === undefined || textOf(fields.withdrawn) !== undefined) return [];
  const aliases = texts(fields.aliases).filter(one => idOf(one) !== undefined && one !== id);
  const rows = new Map<string, OsvRow>();
  for (const affected of tables(fields.affected).slice(0, mostAffected)) {
    const ecosystem = ecosystemOf(textOf(fieldsOf(affected.package).ecosystem) ?? '');
    const name = textOf(fieldsOf(affected.package).name) ?? '';
    if (ecosystem === undefined || name === '') continue;
    const fresh = toRow({ fields, affected, id, aliases }, compareIn(ecosystem));
    if (fresh.ranges.length + fresh.versions.length === 0) continue;
    const key = packageKey(ecosystem, name);
    const place = `${ecosystem}:${key}`;
    const known = rows.get(place)?.row;
    const row = known
      ? { ...known, ranges: [...known.ranges, ...fresh.ranges], versions: [...known.versions, ...fresh.versions] }
      : fresh;
    rows.set(place, { ecosystem, name: key, row });
  }
  return [...rows.values()];
}

/** A record of a hostile author could have millions. */
const mostAffected = 2000;
const mostRanges = 50;
const summaryLength = 90;

/** Ids are told in reports and kept in lists with blanks between. */
function idOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.:+@/-]{1,100}$/.test(value) ? value : undefined;
}

interface Parts {
  readonly fields: Table;
  readonly affected: Table;
  readonly id: string;
  readonly aliases: readonly string[];
}

function toRow({ fields, affected, id, aliases }: Parts, compare: Compare): AdvisoryRow {
  const ranges = tables(affected.ranges)
    .slice(0, mostRanges)
    // Commits can't be told from a version; what they come to stands in `versions`.
    .filter(({ type }) => type !== 'GIT')
    .flatMap(({ events }) => intervalsOf(tables(events), compare));
  const about = [fieldsOf(affected.database_specific), fieldsOf(affected.ecosystem_specific)];
  const more = [...about, fieldsOf(fields.database_specific)];
  const score = scoreOf([affected.severity, fields.severity], more);
  return {
    ...{ id, aliases, ranges, versions: versionsBeside(ranges, texts(affected.versions), compare) },
    summary: summaryOf(fields),
    severity: severityOf(more, score),
    ...(tellsMalice(fields, more) ? { malicious: true } : {}),
    ...(score === undefined ? {} : { score }),
    ...exploitsOf(more),
  };
}

function versionsBeside(ranges: readonly Interval[], versions: readonly string[], compare: Compare): string[] {
  const everything = ranges.some(({ from, end }) => from === '0' && !end);
  return versions.filter(version => version.length <= 100 && !(everything || holds(ranges, version, compare)));
}

/** The summary, or how the details begin, on one line. */
function summaryOf(fields: Table): string {
  const told = textOf(fields.summary) || (textOf(fields.details) ?? '').slice(0, 1000).replace(/^#+ .*\n/, '');
  const line = told.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  if (line.length <= summaryLength) return line;
  const cut = line.slice(0, summaryLength - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), summaryLength / 2)).trimEnd()}…`;
}

/** The base score of the newest version of CVSS. */
function scoreOf(lists: readonly unknown[], more: readonly Table[]): number | undefined {
  for (const list of lists) {
    const vectors = tables(list).map(({ type, score }) => ({ type: String(type), score: textOf(score) ?? '' }));
    for (const type of ['CVSS_V4', 'CVSS_V3', 'CVSS_V2']) {
      const scores = vectors.filter(one => one.type === type).map(({ score }) => cvssScore(score));
      const score = scores.find(one => one !== undefined);
      if (score !== undefined) return score;
    }
  }
  for (const { cvss, score } of more) {
    const vector = textOf(cvss) ?? textOf(fieldsOf(cvss).vector) ?? textOf(fieldsOf(cvss).vectorString);
    const told = (vector === undefined ? undefined : cvssScore(vector)) ?? fieldsOf(cvss).score ?? score;
    if (typeof told === 'number' && told > 0 && told <= 10) return told;
  }
  return undefined;
}

function severityOf(more: readonly Table[], score: number | undefined): AdvisoryRow['severity'] {
  for (const { severity } of more) {
    const word = textOf(severity)?.toLowerCase().replace('medium', 'moderate');
    const known = severities.find(one => one === word);
    if (known && known !== 'unknown') return known;
  }
  if (score !== undefined) return score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'moderate' : 'low';
  // RustSec's notes that a crate is unmaintained, or unsound in a corner.
  return more.some(({ informational }) => textOf(informational) !== undefined) ? 'low' : 'unknown';
}

/** GitHub's malware has the weakness "embedded malicious code"; RustSec says so in words. */
function tellsMalice(fields: Table, more: readonly Table[]): boolean {
  if (more.some(({ cwe_ids }) => texts(cwe_ids).includes('CWE-506'))) return true;
  return /was removed from crates\.io (?:for|due to) (?:a )?malicious/.test(textOf(fields.summary) ?? '');
}

/** EPSS and CISA's list, in the fields that enriched copies of OSV's data have; OSV's own has neither. */
function exploitsOf(more: readonly Table[]): Pick<AdvisoryRow, 'epss' | 'exploited'> {
  const epss = more.map(({ epss }) => numberOf(epss)).find(one => one !== undefined && one >= 0 && one <= 1);
  const exploited = more.some(({ kev, cisa_kev, known_exploited }) =>
    [kev, cisa_kev, known_exploited].some(one => one !== undefined && one !== null && one !== false),
  );
  return { ...(epss === undefined ? {} : { epss }), ...(exploited ? { exploited } : {}) };
}

function numberOf(value: unknown): number | undefined {
  const { score, epss, probability, percentage } = fieldsOf(value);
  const number = Number(
    value !== null && typeof value === 'object' ? (score ?? epss ?? probability ?? percentage) : (value ?? Number.NaN),
  );
  return Number.isFinite(number) ? number : undefined;
}
