import type { Fault, Finding, Span } from './model';

/** Who gives packages out: OSV's names where OSV has the ecosystem, the registries' own otherwise. */
export const ecosystems = [
  ...['npm', 'PyPI', 'crates.io', 'Go', 'Maven', 'RubyGems', 'Packagist', 'NuGet', 'Hex', 'Pub', 'SwiftURL'],
  ...['CocoaPods', 'ConanCenter', 'Hackage', 'CRAN', 'JSR', 'GitHub Actions', 'Docker', 'VSCode', 'Hugging Face'],
] as const;
export type Ecosystem = (typeof ecosystems)[number];

/** A package as one file names it. */
export interface PackageEntry {
  readonly ecosystem: Ecosystem;
  /** In the ecosystem's canonical form: PyPI normalised (PEP 503), Maven `group:artifact`, Go a module path, npm `@scope/name`. */
  readonly name: string;
  /** The one version that is meant, without a range operator; Go without its `v`. Undefined where the file leaves it open. */
  readonly version?: string;
  /** What a manifest asks for, as it is written: `^1.2.0`, `>=2,<3`. */
  readonly requirement?: string;
  /** Whether the project itself asks for it; undefined where the file doesn't tell. */
  readonly direct?: boolean;
  readonly use?: 'dev' | 'optional' | 'peer' | 'build';
  /** Where it comes from, as the file says. A registry has its URL only where it's written. */
  readonly source?: { readonly kind: 'registry' | 'git' | 'url' | 'path'; readonly url?: string };
  /** The checksum as it is written; `false` where such a file has one for each package and this one has none. */
  readonly integrity?: string | false;
  /** Set where the lockfile says that installing runs a script. */
  readonly installScript?: boolean;
  /** The registry's word that it is deprecated, where the lockfile has it. */
  readonly deprecated?: string;
  /** SPDX expression, where the file has it. */
  readonly license?: string;
  /** Which member of a workspace or which target asks for it, where the file says so. */
  readonly member?: string;
}

/** What a file says about packages. Places and paths are looked up when somebody asks: a lockfile has thousands of entries. */
export interface PackageFile {
  /** The format's id: `package-lock.json`, `go.mod`, `workflow`. */
  readonly format: string;
  readonly kind: 'manifest' | 'lockfile' | 'reference';
  readonly packages: readonly PackageEntry[];
  /** What could not be read, with a place in `where`: `line:column` where it is known. */
  readonly faults: readonly Fault[];
  /** The version token, without quotes and operators; the name where no version is written. */
  locate(entry: PackageEntry): Span;
  /** Why it is here: `name@version` from a direct dependency down to this one, both included; empty where the file doesn't tell. */
  pathTo(entry: PackageEntry): readonly string[];
  /** The entries that it asks for itself; empty where the file doesn't tell. */
  needs?(entry: PackageEntry): readonly PackageEntry[];
}

/** One format. `parse` never throws and takes bounded time and memory. */
export interface PackageFormat {
  readonly id: string;
  readonly kind: PackageFile['kind'];
  /** Whether a file is of this format, by its path with forward slashes. */
  matches(path: string): boolean;
  /**
   * `beside` gives the text of another file of the workspace, by its path from this one's folder, and undefined where there is none: go.sum
   * of a go.mod, the parent of a pom.xml. Without it a file is read alone.
   */
  parse(text: string, path: string, beside?: (path: string) => string | undefined): PackageFile;
}

/** One advisory about one package, compacted from OSV. */
export interface Advisory {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  /** CVSS base score, 0 to 10, of the newest version of CVSS that it has. */
  readonly score?: number;
  readonly severity: 'low' | 'moderate' | 'high' | 'critical' | 'unknown';
  /** The package itself is the attack: OSV's MAL- records. */
  readonly malicious: boolean;
  /** The chance of an exploit within 30 days, 0 to 1, and whether CISA knows of exploits, where the data has them. */
  readonly epss?: number;
  readonly exploited?: boolean;
  /** The least fixed version above the one that was asked for. */
  readonly fixed?: string;
}

/** What is said about a package: a finding at its version token. */
export interface PackageFinding extends Finding {
  readonly kind: 'supply';
  readonly entry: PackageEntry;
  /** Worst first; empty where the finding is about something else. */
  readonly advisories: readonly Advisory[];
  /** The least version without any of them that is known, and whether the requirement as written takes it. */
  readonly fixed?: { readonly version: string; readonly inRange: boolean };
  readonly path: readonly string[];
}

/** Which licences packages may have: SPDX identifiers, or globs over them (`GPL-*`). With `allow` everything else is denied. */
export interface LicencePolicy {
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
  /** Whether packages are told whose licence can't be made out. */
  readonly unknown?: 'allow' | 'warn';
}
