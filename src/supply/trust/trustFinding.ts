import type { Fingerprinter, Severity, Span, Tier } from '../../core/model';
import type { PackageEntry, PackageFinding } from '../../core/packages';

/** What is said of packages' existence and trust, by detector. */
const trustTitles = {
  'supply/malicious-package': 'Malicious package',
  'supply/unknown-package': 'Unknown package',
  'supply/unverified-package': 'Package not looked up',
  'supply/typosquat': 'Name like that of a popular package',
  'supply/new-package': 'Newly published package',
  'supply/deprecated-package': 'Deprecated package',
  'supply/install-script': 'Package with an install script',
  'supply/maintainer-change': 'Other maintainers than before',
  'supply/provenance-lost': 'Provenance no longer attested',
  'supply/foreign-registry': 'Package from another registry',
  'supply/integrity-missing': 'Package without a checksum',
  'supply/undeclared-import': 'Import that no manifest declares',
} as const;
export type TrustDetector = keyof typeof trustTitles;

/** What was found of one package, before it has a place. */
export interface TrustSign {
  readonly detector: TrustDetector;
  readonly severity: Severity;
  readonly tier: Tier;
  /** One clause. Names, versions and hosts of packages are no secrets. */
  readonly reason: string;
}

export function trustFinding(
  sign: TrustSign,
  entry: PackageEntry,
  span: Span,
  path: readonly string[],
  fingerprint: Fingerprinter,
): PackageFinding {
  const { ecosystem, name, version } = entry;
  // What is accepted of a name holds for all its versions; what is said of a version, for that one.
  const of = versionless.has(sign.detector) ? `${ecosystem} ${name}` : `${ecosystem} ${name}@${version ?? ''}`;
  return {
    ...{ start: span.start, end: span.end },
    ...sign,
    kind: 'supply',
    title: trustTitles[sign.detector],
    fingerprint: fingerprint(sign.detector, of),
    entry,
    advisories: [],
    path,
  };
}

const versionless = new Set<TrustDetector>([
  'supply/unknown-package',
  'supply/unverified-package',
  'supply/typosquat',
  'supply/undeclared-import',
]);
