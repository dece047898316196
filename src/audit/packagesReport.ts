import type { Ecosystem, PackageFinding } from '../core/packages';
import type { ReportedFinding, Reporter } from '../core/report';
import { collectedReport } from './collectedReport';
import { rowOf } from './jsonlReport';

/** A package as the report lists it. */
export interface PackageRow {
  readonly file: string;
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  readonly direct?: boolean;
  /** `name@version` from a direct dependency down to it; empty where the file doesn't tell. */
  readonly path: readonly string[];
}

/** One object at the end: `{packages, findings, faults}`. */
export function packagesJson(packages: () => Iterable<PackageRow>): Reporter {
  return collectedReport(packageRowOf, (findings, faults) => ({ packages: [...packages()], findings, faults }));
}

/** One row per finding that counts, written as soon as it is known. */
export function packagesJsonl(): Reporter {
  return {
    tellsFaults: false,
    file: ({ findings }) =>
      findings
        .filter(({ suppressed }) => !suppressed)
        .map(finding => `${JSON.stringify(packageRowOf(finding))}\n`)
        .join(''),
    fault: () => '',
    end: () => '',
  };
}

/** A finding's columns, and what it says about the package. */
function packageRowOf(finding: ReportedFinding) {
  const { entry, advisories, fixed, path } = finding as ReportedFinding & Partial<PackageFinding>;
  if (!entry) return rowOf(finding);
  const { ecosystem, name, version } = entry;
  return { ...rowOf(finding), package: { ecosystem, name, version }, advisories, ...(fixed ? { fixed } : {}), path };
}
