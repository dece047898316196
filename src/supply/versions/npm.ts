import satisfiesRange from 'semver/functions/satisfies';
import validRange from 'semver/ranges/valid';
import type { VersionScheme } from './scheme';
import { compareSemver, isSemverPrerelease } from './semver';

/** npm's own rules for ranges, by its own library; versions are compared as advisories do. JSR and VS Code follow them. */
export const npm: VersionScheme = {
  compare: compareSemver,
  isPrerelease: isSemverPrerelease,
  satisfies(requirement, version) {
    const range = rangeOf(requirement);
    return range === undefined ? undefined : satisfiesRange(version, range, { loose: true });
  },
};

/** The range itself, without an alias or a workspace's protocol; undefined for tags, URLs and paths. */
function rangeOf(requirement: string): string | undefined {
  const plain = requirement.replace(/^workspace:/, '').replace(/^(?:npm|jsr):(?:@?[^@]+@)?/, '');
  if (requirement !== plain && /^[~^]?$/.test(plain)) return '*';
  return validRange(plain, { loose: true }) === null ? undefined : plain;
}
