import { type Ecosystem, ecosystems } from '../../core/packages';

/** The ecosystem that OSV calls so, without what stands behind a colon (`Maven:https://…`, `Debian:12`); undefined for others. */
export function ecosystemOf(name: string): Ecosystem | undefined {
  const bare = name.split(':', 1)[0] ?? '';
  return known.has(bare) ? (bare as Ecosystem) : undefined;
}

/** Those that OSV has advisories for, by its own names: each has an `all.zip`. */
export const osvEcosystems: readonly Ecosystem[] = [
  ...(['npm', 'PyPI', 'crates.io', 'Go', 'Maven', 'RubyGems', 'Packagist', 'NuGet', 'Hex', 'Pub', 'SwiftURL'] as const),
  ...(['ConanCenter', 'Hackage', 'CRAN', 'GitHub Actions', 'VSCode'] as const),
];

/** A package's name as advisories are looked up by it: registries that don't tell case or separators apart are one name. */
export function packageKey(ecosystem: Ecosystem, name: string): string {
  switch (ecosystem) {
    case 'PyPI':
      return name.toLowerCase().replace(/[-_.]+/g, '-');
    case 'NuGet':
    case 'Packagist':
    case 'VSCode':
      return name.toLowerCase();
    case 'SwiftURL':
      return name
        .toLowerCase()
        .replace(/^https?:\/\/|^git@/, '')
        .replace(/\.git$/, '');
    case 'GitHub Actions':
      return name.toLowerCase().split('/', 2).join('/');
    default:
      return name;
  }
}

const known = new Set<string>(ecosystems);
