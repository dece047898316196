import type { Fingerprinter } from '../../core/model';
import type { Ecosystem, PackageEntry, PackageFile, PackageFinding } from '../../core/packages';
import { npmHost, type RegistryAnswer } from '../../core/registry';
import { isKnownName } from './nameLists';
import { type Age, registrySigns } from './registrySigns';
import { type TrustSign, trustFinding } from './trustFinding';
import { typosquatOf } from './typosquat';

export interface TrustFacts extends Age {
  readonly fingerprint: Fingerprinter;
  /** What its registry has said, where it was asked; the file alone counts where this isn't given. */
  answerOf?(entry: PackageEntry): RegistryAnswer | undefined;
  /** Hosts that the project's configuration names for a package, besides the ecosystem's own. */
  hostsOf?(ecosystem: Ecosystem, name: string): readonly string[];
}

/** What can be said of trust in a file's packages: by the file alone, and by what registries have answered. One finding a kind and package. */
export function judgeTrust(file: PackageFile, facts: TrustFacts): PackageFinding[] {
  const usual = usualHosts(file);
  const told = new Set<string>();
  return file.packages.flatMap(entry => {
    const own = signsOf(entry, file, facts, usual).filter(({ detector }) => {
      const key = `${detector} ${entry.ecosystem} ${entry.name}`;
      return !told.has(key) && told.add(key);
    });
    if (own.length === 0) return [];
    const span = file.locate(entry);
    return own.map(sign => trustFinding(sign, entry, span, file.pathTo(entry), facts.fingerprint));
  });
}

function signsOf(entry: PackageEntry, file: PackageFile, facts: TrustFacts, usual: ReadonlySet<string>): TrustSign[] {
  if (entry.source && entry.source.kind !== 'registry') return [];
  const { ecosystem, name, version } = entry;
  const answer = facts.answerOf?.(entry);
  const live = registrySigns(answer, typosquatOf(ecosystem, name), file.kind === 'lockfile' ? { version } : {}, facts);
  const has = (detector: TrustSign['detector']) => live.some(it => it.detector === detector);
  return [...live, ...fileSigns(entry, file.kind, facts, usual).filter(it => !has(it.detector))];
}

function fileSigns(
  entry: PackageEntry,
  kind: PackageFile['kind'],
  facts: TrustFacts,
  usual: ReadonlySet<string>,
): TrustSign[] {
  const { ecosystem, name, deprecated, installScript, integrity, source } = entry;
  const signs: TrustSign[] = [];
  if (deprecated !== undefined)
    signs.push({
      detector: 'supply/deprecated-package',
      severity: 'information',
      tier: 'certain',
      reason: `its registry says: ${deprecated.replace(/[\p{C}\s]+/gu, ' ').slice(0, 120)}`,
    });
  // Nobody looks at every script; one of a package that hardly anybody has is looked at first.
  if (installScript) {
    const severity = isKnownName(ecosystem, name) ? 'information' : 'warning';
    signs.push({
      detector: 'supply/install-script',
      severity,
      tier: 'certain',
      reason: 'installing it runs a script of its own; --ignore-scripts prevents it',
    });
  }
  if (kind === 'lockfile' && integrity === false)
    signs.push({
      detector: 'supply/integrity-missing',
      severity: 'warning',
      tier: 'certain',
      reason: 'the lockfile has no checksum of it, unlike of others: what is installed may be anything',
    });
  const foreign = kind === 'lockfile' ? foreignHost(source?.url, usual, facts.hostsOf?.(ecosystem, name)) : undefined;
  if (foreign !== undefined)
    signs.push({ detector: 'supply/foreign-registry', severity: 'warning', tier: 'likely', reason: foreign });
  return signs;
}

/** The ecosystems' own hosts. */
const ownHosts = [
  ...[
    npmHost,
    'registry.yarnpkg.com',
    'npm.jsr.io',
    'pypi.org',
    'files.pythonhosted.org',
    'index.crates.io',
    'static.crates.io',
    'crates.io',
    'github.com',
  ],
  ...[
    'proxy.golang.org',
    'rubygems.org',
    'repo.packagist.org',
    'api.github.com',
    'codeload.github.com',
    'api.nuget.org',
    'repo.maven.apache.org',
    'repo1.maven.org',
    'hex.pm',
    'repo.hex.pm',
    'pub.dev',
    'pub.dartlang.org',
    'jsr.io',
  ],
];

/** A host that half of a lockfile's packages come from is a mirror, and no stranger. */
function usualHosts({ kind, packages }: PackageFile): ReadonlySet<string> {
  const counts = new Map<string, number>();
  if (kind === 'lockfile')
    for (const { source } of packages)
      if (source?.url) counts.set(hostOf(source.url), (counts.get(hostOf(source.url)) ?? 0) + 1);
  const half = [...counts.values()].reduce((sum, count) => sum + count, 0) / 2;
  return new Set([...ownHosts, ...[...counts].filter(([, count]) => count > half && count > 1).map(([host]) => host)]);
}

function foreignHost(
  url: string | undefined,
  usual: ReadonlySet<string>,
  configured: readonly string[] = [],
): string | undefined {
  if (url === undefined || !/^(?:\w+\+)?https?:/.test(url)) return undefined;
  if (/^http:/.test(url)) return `it is fetched from ${hostOf(url)} without TLS`;
  const host = hostOf(url);
  return host === '' || usual.has(host) || configured.includes(host)
    ? undefined
    : `it is fetched from ${host}, not from the registry that the project is configured for`;
}

function hostOf(url: string): string {
  return /^(?:\w+\+)?https?:\/\/(?:[^/@]*@)?([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}
